import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { submitSignIn } from './support/words'

test('an owner begins at the overview, and its numbers lead to what they count', async ({
  page,
  organization,
}) => {
  await page.goto('/sign-in')
  await submitSignIn(page, organization.owner)
  await expect(page).toHaveURL('/overview')
  const menu = page.getByRole('navigation', { name: 'Main' })
  await expect(menu.getByRole('link').first()).toHaveText('Overview')
  await expect(page.getByText('Nothing needs you.')).toBeVisible()
  await expectNoAxeFaults(page)

  // This very sign-in is counted, and the log shows it.
  const signIns = page.getByRole('link', { name: /^\d+ sign-ins?$/ })
  const count = Number.parseInt((await signIns.textContent()) ?? '', 10)
  expect(count).toBeGreaterThan(0)
  const chart = page.getByRole('img', { name: new RegExp(`^${count} sign-ins?\\.`) })
  await expect(chart).toBeVisible()
  await page.locator('summary').last().click()
  const days = page.getByRole('table', { name: 'Sign-ins, day by day' })
  await expect(days.getByRole('link')).toHaveText([`${count} Sign-ins`])
  await signIns.click()
  await expect(page).toHaveURL(/audit-log\?events=session\.started&time=/)
  await expect(page.getByText(new RegExp(`of ${count} events?$`))).toBeVisible()

  // By keyboard, back, and to the people.
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page).toHaveURL('/overview')
  await page
    .getByRole('link', { name: /^\d+ people$/ })
    .first()
    .click()
  await expect(page.getByRole('table', { name: 'Users' })).toBeVisible()
})

test('a collaborator begins at their own access, and is told who may see the overview', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.collaborator)
  await page.goto('/')
  await expect(page).toHaveURL('/my-access')
  await page.goto('/overview')
  await expect(
    page.getByRole('heading', { name: 'This page is for organization owners' }),
  ).toBeVisible()
})
