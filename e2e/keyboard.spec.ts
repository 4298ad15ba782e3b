import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { expectRow, expectToast } from './support/words'

/** Tab until the focus is there, as somebody without a mouse would. */
async function tabTo(page: Page, goal: Locator, key = 'Tab') {
  await expect(goal).toBeVisible()
  const there = () => goal.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < 60; steps++) {
    if (await there()) return
    await page.keyboard.press(key)
  }
  await expect(goal).toBeFocused()
}

test('the main job without a mouse', async ({ page, organization }) => {
  const { owner, collaborator } = organization
  // A key is held a moment, as by a finger: radio buttons listen to that.
  const press = (key: string) => page.keyboard.press(key, { delay: 40 })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const users = page.getByRole('table', { name: 'Users' })

  await page.goto('/sign-in')
  await expect(page.getByLabel('Email')).toBeFocused()
  await page.keyboard.type(owner.email)
  await press('Tab')
  await page.keyboard.type(owner.password)
  await press('Enter')
  await expect(page).toHaveURL('/users')

  // Past the navigation, then Invite.
  await press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await press('Enter')
  await tabTo(page, button('Invite'))
  await press('Enter')
  await expect(page.getByRole('dialog', { name: 'Invite people' })).toBeVisible()
  await expect(page.getByLabel('Email addresses')).toBeFocused()
  await page.keyboard.type('ole@partner.example')
  await press('Enter')
  await tabTo(page, button('Make 1 link'))
  await press('Enter')
  const result = page.getByRole('dialog', { name: '1 invitation made' })
  await tabTo(page, result.getByRole('button', { name: /^Copy/ }))
  await press('Enter')
  await expect(result.getByRole('button', { name: /^Copied/ })).toBeFocused()
  await tabTo(page, button('Done'))
  await press('Enter')
  await expect(result).toBeHidden()
  await expect(button('Invite')).toBeFocused()

  // Search by its key, then the row's menu by its own.
  await press('/')
  await expect(page.getByRole('searchbox', { name: 'Search name or email' })).toBeFocused()
  await page.keyboard.type(collaborator.name)
  await expect(page.getByRole('status').filter({ hasText: '1–1 of 1 person' })).toBeVisible()
  await tabTo(page, users.getByRole('row', { name: collaborator.name }))
  await press('.')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await press('r')
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await tabTo(page, drawer.getByRole('radio', { name: 'Collaborator', checked: true }))
  await press('ArrowDown')
  await expect(drawer.getByRole('radio', { name: 'Owner' })).toBeChecked()
  await tabTo(page, drawer.getByRole('button', { name: 'Save' }))
  await press('Enter')
  await expectToast(page, `Made ${collaborator.name} an owner`)
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Owner' })
  await expect(button(`Actions for ${collaborator.name}`)).toBeFocused()

  await press('Enter')
  await press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Manage access…' })).toBeFocused()
  await press('Enter')
  await tabTo(page, drawer.getByRole('radio', { name: 'Owner', checked: true }))
  await press('ArrowUp')
  await expect(drawer.getByRole('radio', { name: 'Collaborator' })).toBeChecked()
  await tabTo(page, drawer.getByRole('button', { name: 'Save' }))
  await press('Enter')
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Collaborator' })

  await expect(button(`Actions for ${collaborator.name}`)).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await press('End')
  await expect(page.getByRole('menuitem', { name: 'Remove from organization…' })).toBeFocused()
  await press('Enter')
  const dialog = page.getByRole('alertdialog', { name: `Remove ${collaborator.name}?` })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await tabTo(page, dialog.getByRole('button', { name: `Remove ${collaborator.name}` }))
  await press('Enter')
  await expectToast(page, `Removed ${collaborator.name}`)
  await expect(page.getByRole('heading', { name: 'No one matches' })).toBeVisible()
})
