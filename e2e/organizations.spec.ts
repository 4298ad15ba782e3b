import type { Locator, Page } from '@playwright/test'
import { expect, type Member, test } from './support/fixtures'
import { expectRow, submitSignIn } from './support/words'

// One person in Halden Robotics (owner) and Nordlys Labs (owner), by one account.
async function inTwo({
  organization,
  world,
}: Pick<Fixtures, 'organization' | 'world'>): Promise<{ here: Member; there: Member }> {
  const { owner, stranger } = organization
  return { here: owner, there: await world.join(owner, stranger.organizationId, 'owner') }
}
type Fixtures = Parameters<Parameters<typeof test>[2]>[0]

const choice = (page: Page | Locator, name: RegExp) =>
  page.getByRole('listitem').getByRole('button', { name })
const head = (page: Page) => page.getByRole('button', { name: /: switch organization$/ })
const switchTo = async (page: Page, name: RegExp) => {
  await head(page).click()
  await choice(page.getByRole('dialog'), name).click()
}

test('chooses an organization by the keyboard, and lands on the page that was wanted', async ({
  page,
  organization,
  world,
}) => {
  const { here } = await inTwo({ organization, world })
  await page.goto('/audit-log')
  await submitSignIn(page, here)
  await expect(page.getByRole('heading', { name: 'Choose an organization' })).toBeVisible()
  await expect(choice(page, /^Nordlys Labs Owner/)).toBeVisible()
  await page.keyboard.press(await digitOf(page, /Nordlys Labs/))
  await expect(page).toHaveURL('/audit-log')
  await expect(head(page)).toHaveAccessibleName(/^Nordlys Labs, Owner/)
  // Reloading the page of a choice that was made shows nothing of it.
  await page.goto('/select-organization')
  await expect(page).toHaveURL('/overview')
})

test('two tabs in two organizations: nothing is saved in the wrong one, and each way on works', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { here } = await inTwo({ organization, world })
  await signIn(page, here)
  await page.goto('/settings/general')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Halden Wrong')

  const other = await page.context().newPage()
  await other.goto('/my-access')
  await switchTo(other, /^Nordlys Labs/)
  await expect(head(other)).toHaveAccessibleName(/^Nordlys Labs/)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const back = page.getByRole('button', { name: 'Switch back to Halden Robotics' })
  await expect(back).toBeVisible()
  await expect(
    page.getByText('You are signed in to Nordlys Labs in this browser').first(),
  ).toBeVisible()
  for (const id of [organization.id, organization.stranger.organizationId]) {
    const names = (await world.events(id)).map(({ event }) => event)
    expect(names).not.toContain('organization.renamed')
  }
  // Going to another page inside this tab shows nothing of the other organization.
  await name.fill(organization.name)
  await page.getByRole('link', { name: /^Users/ }).click()
  await expect(page.getByText(/not shown here/)).toBeVisible()
  await expect(head(page)).toHaveAccessibleName(/^Halden Robotics/)
  await expect(page.getByText(organization.stranger.email)).toBeHidden()

  await back.click()
  await expectRow(page.getByRole('table'), { Email: organization.collaborator.email })
  await other.bringToFront()
  await other
    .getByRole('link', { name: 'Account' })
    .or(other.getByRole('link', { name: 'API keys' }))
    .first()
    .click()
  await other.getByRole('button', { name: 'Open Halden Robotics here' }).click()
  await expect(head(other)).toHaveAccessibleName(/^Halden Robotics/)
})

test('a link to a page of another organization asks before it switches', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { here, there } = await inTwo({ organization, world })
  await signIn(page, here)
  await page.goto(`/settings/general?organizationId=${there.organizationId}`)
  await expect(page.getByRole('heading', { name: /This link is for .*Nordlys Labs/ })).toBeVisible()
  await expect(page.getByText('You are signed in to Halden Robotics.')).toBeVisible()
  await page.getByRole('button', { name: /^Switch to/ }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nordlys Labs')
})

test('an organization’s link: signed out, a stranger, an unknown id, a member', async ({
  page,
  organization,
}) => {
  const { id, collaborator, stranger } = organization
  const link = `/register?organizationId=${id}`
  const read = async (path: string) => {
    const answer = await page.goto(path)
    const text = await page.getByRole('main').textContent()
    return `${answer?.status()} ${text}`
  }
  const unknown = '/register?organizationId=org_00000000000000000000000000'
  expect(await read(link)).toBe(await read(unknown))
  await page.goto(link)
  await submitSignIn(page, stranger)
  await expect(page.getByRole('heading', { name: 'You need an invitation to join' })).toBeVisible()
  expect(await read(link)).toBe(await read(unknown))
  expect(await read(link)).toContain(stranger.email)
  await page.getByRole('button', { name: 'Switch account' }).click()
  await submitSignIn(page, collaborator)
  await expect(head(page)).toHaveAccessibleName(/^Halden Robotics/)
})

test('whoever leaves chooses where to go on, without signing in again', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { collaborator, stranger } = organization
  await world.join(collaborator, stranger.organizationId, 'collaborator')
  await signIn(page, collaborator)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Leave…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByText('You left Halden Robotics.')).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveCount(1)
  await choice(page, /^Nordlys Labs/).click()
  await expect(head(page)).toHaveAccessibleName(/^Nordlys Labs/)
})

async function digitOf(page: Page, name: RegExp) {
  const names = await page.getByRole('listitem').allInnerTexts()
  return String(names.findIndex((text) => name.test(text)) + 1)
}
