import type { Page } from '@playwright/test'
import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectToast } from './support/words'

const search = (page: Page) => page.getByRole('combobox', { name: /^Search pages/ })
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search or jump to' })

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(search(page)).toBeFocused()
}

test('pages, actions and people by the keyboard', async ({ page, organization, signIn }) => {
  const { owner, collaborator, secondOwner } = organization
  await signIn(page, owner)
  await page.goto('/my-access')
  await expect(page.getByRole('heading', { name: 'My access' })).toBeVisible()

  await openPalette(page)
  await page.keyboard.type('pend')
  await expect(option(page, 'Pending invites')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/users/pending')
  await expect(dialog(page)).toBeHidden()

  // What was used last stands first, also after a reload.
  await page.reload()
  await openPalette(page)
  await expect(option(page, /./).first()).toHaveText('Pending invites')
  await page.keyboard.press('ArrowDown')
  await expect(option(page, /./).nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()

  // A verb and a name.
  await openPalette(page)
  await page.keyboard.type(`remove ${collaborator.name}`)
  await expect(option(page, `Remove from organization… · ${collaborator.name}`)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('alertdialog', { name: `Remove ${collaborator.name}?` }),
  ).toBeVisible()
  // ⌘K does not cover a question.
  await page.keyboard.press('Control+k')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()

  // A person, then a verb. What cannot be done is reached and says why.
  await openPalette(page)
  await page.keyboard.type(secondOwner.name)
  const person = option(page, new RegExp(`^${secondOwner.name} · ${secondOwner.email} · Owner`))
  await expect(person).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Tab')
  await expect(search(page)).toHaveAttribute('placeholder', 'What to do')
  const removal = option(
    page,
    new RegExp(`^Remove from organization… · ${secondOwner.name}.*Not available: Owners can.t be`),
  )
  await page.keyboard.type('remove')
  await expect(removal).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(removal).toBeVisible()
  await search(page).fill('')
  await page.keyboard.type('user id')
  await page.keyboard.press('Enter')
  await expectToast(page, /Copied usr_/)

  await openPalette(page)
  await page.keyboard.type('zzzz')
  await expect(
    page.getByRole('status').filter({ hasText: 'Nothing matches “zzzz”' }),
  ).toBeAttached()
})

test('collaborators see what they may not do, and no people', async ({
  page,
  organization,
  signIn,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await signIn(page, organization.collaborator)
  await page.goto('/my-access')
  await openPalette(page)
  const users = option(page, /^Users · Not available: Only owners can see the people/)
  await expect(users).toBeVisible()
  await page.keyboard.type('users')
  await expect(users).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/my-access')
  await expect(dialog(page)).toBeVisible()
  expect(asked.filter((url) => url.includes('member.list'))).toEqual([])
})

test('the keyboard help, and letters that are turned off', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/my-access')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(page.getByRole('heading', { name: 'My access' })).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await expect(page).toHaveURL('/users')
  await page.keyboard.press('?')
  await expect(help).toBeVisible()
  await help.getByRole('checkbox', { name: /^Letter shortcuts/ }).press('Space')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  await page.keyboard.press('?')
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await openPalette(page)
  await expect(help).toBeHidden()
  await expect(page).toHaveURL('/users')
  await page.keyboard.press('?')
  await expect(help).toBeVisible()
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]) {
  test.describe(`${viewport.width} pixels`, () => {
    test.use({ viewport })

    test('palette and help', async ({ page, organization, signIn }) => {
      await signIn(page, organization.owner)
      await page.goto('/users')
      await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'API call of this page' }).click()
      await expect(page.getByText('curl -H')).toBeVisible()
      await expectNoAxeFaults(page)
      await page.keyboard.press('Escape')

      await page.getByRole('button', { name: /^Search or jump to/ }).click()
      await expect(search(page)).toBeFocused()
      await page.keyboard.type(organization.secondOwner.name.slice(0, 4))
      await expect(option(page, /Not available/).first()).toBeVisible()
      await expectNoAxeFaults(page)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(sideways).toBeLessThanOrEqual(0)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: /^Search or jump to/ })).toBeFocused()

      await page.getByRole('button', { name: /^Account of/ }).click()
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectNoAxeFaults(page)
    })
  })
}
