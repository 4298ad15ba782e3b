import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectToast } from './support/words'

test('an owner renames the organization, and another open tab shows it', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  const other = await otherBrowser(organization.collaborator)
  await other.goto('/my-access')
  await signIn(page, organization.owner)
  await page.goto('/settings')
  await expect(page).toHaveURL(/\/settings\/general$/)
  await expect(page.getByLabel('organization ID', { exact: true })).toHaveValue(organization.id)
  await expect(page.getByLabel('registration link', { exact: true })).toHaveValue(
    new RegExp(`/register\\?organizationId=${organization.id}$`),
  )
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Halden Robotics AS')
  await expect(page.getByText('1 unsaved change: Name')).toBeVisible()
  await expectNoAxeFaults(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, 'Halden Robotics AS')
  await expect(page.getByText('unsaved change')).toHaveCount(0)
  await other.reload()
  await expect(other.getByText('Halden Robotics AS').first()).toBeVisible()
  await name.fill('   ')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
})

test('two owners rename at once: the second sees both names and chooses', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  const other = await otherBrowser(organization.secondOwner)
  await other.goto('/settings/general')
  await signIn(page, organization.owner)
  await page.goto('/settings/general')
  await other.getByLabel('Name', { exact: true }).fill('Theirs Ltd')
  await page.getByLabel('Name', { exact: true }).fill('Mine Ltd')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(other, 'Theirs Ltd')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Somebody else changed the name first')).toBeVisible()
  await page.getByRole('button', { name: 'Save mine' }).click()
  await expectToast(page, 'Mine Ltd')
})

test('one owner asks for the deletion, everybody sees it, another stops it', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/settings/general')
  await page.getByRole('button', { name: 'Delete organization…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/The access of \d+ people/)).toBeVisible()
  const button = dialog.getByRole('button', { name: 'Delete in 14 days' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  const typed = dialog.getByRole('textbox')
  await typed.fill(organization.name.toLowerCase())
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await typed.fill(organization.name)
  await expectNoAxeFaults(page)
  await button.click()
  await expectToast(page, 'will be deleted in 14 days')

  const collaborator = await otherBrowser(organization.collaborator)
  await collaborator.goto('/my-access')
  await expect(collaborator.getByRole('alert').filter({ hasText: 'will be deleted' })).toBeVisible()
  await expect(collaborator.getByRole('button', { name: 'Stop deletion' })).toHaveCount(0)

  const second = await otherBrowser(organization.secondOwner)
  await second.goto('/users')
  await second.getByRole('button', { name: 'Stop deletion' }).click()
  await expectToast(second, 'stays')
  await expect(second.getByRole('alert').filter({ hasText: 'will be deleted' })).toHaveCount(0)
})

test('asking for the deletion saves nothing else, and going away asks for what is not saved', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  await signIn(page, organization.owner)
  await page.goto('/settings/general')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Not yet saved')
  await page.getByRole('button', { name: 'Delete organization…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(organization.name)
  await dialog.getByRole('button', { name: 'Delete in 14 days' }).click()
  await expectToast(page, 'will be deleted in 14 days')
  const events = (await world.events(organization.id)).map(({ event }) => event)
  expect(events).toContain('organization.deletion_requested')
  expect(events).not.toContain('organization.renamed')
  await expect(name).toHaveValue('Not yet saved')

  await page.getByRole('link', { name: 'My access' }).click()
  const ask = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await expect(name).toHaveValue('Not yet saved')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(name).toHaveValue(organization.name)
  await expect(name).toBeFocused()
  await name.fill('Lost')
  await page.getByRole('link', { name: 'My access' }).click()
  await ask.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/\/my-access$/)
})

test('a collaborator is refused; so is the open tab of an owner who is one no more', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  const collaborator = await otherBrowser(organization.collaborator)
  await collaborator.goto('/settings/general')
  await expect(
    collaborator.getByRole('heading', { name: 'This page is for organization owners' }),
  ).toBeVisible()
  const second = await otherBrowser(organization.secondOwner)
  await second.goto('/settings/general')
  await second.getByLabel('Name', { exact: true }).fill('Taken over')
  await signIn(page, organization.owner)
  await page.goto(`/users?manage=${organization.secondOwner.id}`)
  await page.getByRole('radio', { name: /Collaborator/ }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, /collaborator/)
  await second.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(
    second.getByText(/Only owners can change the name|for organization owners/).first(),
  ).toBeVisible()
  await page.goto('/settings/general')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(organization.name)
})

test('the old ways in lead to the present pages', async ({ page, organization, signIn }) => {
  await signIn(page, organization.owner)
  for (const [old, present] of [
    ['/settings/users', /\/users$/],
    ['/settings/members', /\/users$/],
    ['/collaborators', /\/users$/],
    ['/v2/api-keys', /\/api-keys$/],
    ['/settings', /\/settings\/general$/],
  ] as const) {
    await page.goto(old)
    await expect(page, old).toHaveURL(present)
  }
  await page
    .getByRole('button', { name: /^Account of/ })
    .first()
    .click()
  for (const entry of ['Users & IAM', 'Organization settings', 'API keys', 'Account']) {
    await expect(page.getByRole('menuitem', { name: entry, exact: true })).toBeVisible()
  }
})
