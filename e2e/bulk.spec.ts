import type { Page } from '@playwright/test'
import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectRow } from './support/words'

const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => ({
    name: `Person ${String(index).padStart(3, '0')}`,
    email: `person.${String(index).padStart(3, '0')}@crowd.example`,
  }))

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
const panel = (page: Page, label: string) => page.getByRole('region', { name: label })

test('chosen on two pages, removed but for an owner; what happened is listed', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner, secondOwner } = organization
  await world.crowd(id, crowd(60))
  await signIn(page, owner)
  await page.goto('/users')
  await box(page, 'Carl').first().click()
  await box(page, secondOwner.name).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await box(page, 'Person 059').click()
  await expect(bar(page)).toContainText('3 selected')
  await expectNoAxeFaults(page)

  await bar(page).getByRole('button', { name: 'Remove 2 of 3…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Remove 2 people?' })
  await expect(dialog.getByText('Left out', { exact: true })).toBeVisible()
  await expect(
    dialog.getByText(`Owners can’t be removed. Make ${secondOwner.name} a collaborator first.`),
  ).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectNoAxeFaults(page)
  await dialog.getByRole('button', { name: 'Remove 2 people' }).click()

  const progress = panel(page, 'Remove 3 people')
  await expect(progress.getByText('Removed 2 people. 1 was left out.').first()).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'All users 61' })).toBeVisible()

  await page.reload()
  await progress.getByRole('button', { name: 'Details' }).click()
  await expect(page).toHaveURL(/operation=op_/)
  const drawer = page.getByRole('dialog', { name: 'Remove 3 people' })
  await drawer.getByRole('button', { name: 'Left out 1' }).click()
  const results = drawer.getByRole('list', { name: 'Results' }).getByRole('listitem')
  await expect(results).toHaveCount(1)
  await expect(results).toContainText(secondOwner.name)
  await expect(results).toContainText('Owners can’t be removed.')
  await expectNoAxeFaults(page)
  await page.goBack()
  await expect(drawer).toBeHidden()
  await progress.getByRole('button', { name: 'Put away' }).click()
  await page.reload()
  await expect(page.getByRole('link', { name: 'All users 61' })).toBeVisible()
  await expect(progress).toHaveCount(0)

  const removed = (await world.events(id)).filter(({ event }) => event === 'member.removed')
  expect(removed).toHaveLength(2)
})

test('everybody who matches: five hundred, progress on another page and after a reload', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner } = organization
  await world.crowd(id, crowd(500))
  await signIn(page, owner)
  await page.goto('/users?q=person')
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
  await bar(page).getByRole('button', { name: 'Select all 500 that match' }).click()
  await expect(bar(page)).toContainText('All 500 selected')
  await box(page, 'Person 007').click()
  await expect(bar(page)).toContainText('All but 1 of 500 selected')
  await bar(page).getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('button', { name: 'Remove 499 people' }).click()
  const progress = panel(page, 'Remove 499 people')
  await expect(progress.getByText(/^Removing \d+ of 499…$/)).toBeVisible()
  await page.goto('/api-keys')
  await expect(progress.getByText(/^Removing \d+ of 499…$/)).toBeVisible()
  await expect(progress.getByText('Removed 499 people.').first()).toBeVisible({ timeout: 60_000 })
  await page.goto('/users')
  await expect(page.getByRole('link', { name: 'All users 4' })).toBeVisible()
  await expectRow(page.getByRole('table', { name: 'Users' }), { Name: 'Person 007' })

  // Who is gone is history, and nothing more is done to them.
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('menuitemradio', { name: 'Removed' }).click()
  await expect(page).toHaveURL(/state=removed/)
  await expectRow(page.getByRole('table', { name: 'Users' }), {
    Name: 'Person 008',
    Status: /^Removed/,
  })
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})

test('stopped half way: the rest stays', async ({ page, organization, signIn, world }) => {
  const { id, owner } = organization
  await world.crowd(id, crowd(400))
  await signIn(page, owner)
  await page.goto('/users?q=person')
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
  await bar(page).getByRole('button', { name: 'Select all 400 that match' }).click()
  await bar(page).getByRole('button', { name: 'Sign out everywhere…' }).click()
  await page.getByRole('button', { name: 'Sign out 400 people' }).click()
  const progress = panel(page, 'Sign out 400 people')
  await progress.getByRole('button', { name: 'Stop' }).click()
  await expect(progress.getByText(/Stopped: \d+ were not reached\./).first()).toBeVisible()
})

test('by keys alone: x chooses, b goes to the verbs, Escape lets go', async ({
  page,
  organization,
  signIn,
}) => {
  const { owner, collaborator, secondOwner } = organization
  await signIn(page, owner)
  await page.goto('/users')
  await expect(page.getByRole('row', { name: collaborator.name })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(box(page, collaborator.name)).toBeChecked()
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('b')
  await expect(bar(page).getByRole('button', { name: 'Change role…' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'Change the role of 1 person?' })
  await dialog.getByRole('radio', { name: 'Owner' }).click()
  await dialog.getByRole('button', { name: 'Make 1 person an owner' }).click()
  await expect(
    panel(page, 'Make 1 person an owner').getByText('Changed the role of 1 person.').first(),
  ).toBeVisible()
  await expectRow(page.getByRole('table', { name: 'Users' }), {
    Name: collaborator.name,
    'Organization role': 'Owner',
  })
  await box(page, secondOwner.name).click()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
})

test('filters stand in the address, and narrow together', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner } = organization
  await world.crowd(id, crowd(3))
  await signIn(page, owner)
  await page.goto('/users')
  const footer = page.getByRole('status').filter({ hasText: /people|person|account|collaborators/ })
  await page.getByRole('button', { name: 'Source' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Invitation' }).click()
  await page.keyboard.press('Escape')
  await expect(footer).toHaveText('1–4 of 4 people')
  await page.getByRole('button', { name: 'Organization role' }).first().click()
  await page.getByRole('menuitemcheckbox', { name: 'Collaborator' }).click()
  await page.keyboard.press('Escape')
  await expect(footer).toHaveText('1–4 of 4 collaborators')
  await page.getByRole('button', { name: 'Last active' }).first().click()
  await page.getByRole('menuitemradio', { name: 'Over 30 days ago' }).click()
  await expect(page.getByRole('heading', { name: 'No one matches' })).toBeVisible()
  await expect(page).toHaveURL(
    /role=collaborator.*active=over-30d|active=over-30d.*role=collaborator/,
  )
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No one matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(page).toHaveURL('/users')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Kind' }).click()
  await expect(page.getByRole('button', { name: 'Kind' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Service accounts', exact: true }).click()
  await expect(
    page.getByRole('heading', { name: 'There are no service accounts yet' }),
  ).toBeVisible()
})
