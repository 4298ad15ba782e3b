import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectToast, submitSignIn } from './support/words'

test('one’s own name is changed, and the owner finds it', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  await signIn(page, organization.collaborator)
  await page.goto('/account')
  await expectNoAxeFaults(page)
  await page.getByLabel('Name', { exact: true }).fill('Zoë van der Berg')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, 'Saved your name')
  const owner = await otherBrowser(organization.owner)
  await owner.goto('/users?q=zoe')
  await expect(owner.getByText('Zoë van der Berg').first()).toBeVisible()
})

test('a name changed in two tabs: the second one sees both and chooses', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  await signIn(page, organization.collaborator)
  await page.goto('/account')
  const other = await page.context().newPage()
  await other.goto('/account')
  await other.getByLabel('Name', { exact: true }).fill('First Name')
  await page.getByLabel('Name', { exact: true }).fill('Second Name')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(other, 'Saved your name')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('You changed your name elsewhere first')).toBeVisible()
  await page.getByRole('button', { name: 'Save this one' }).click()
  await expectToast(page, 'Saved your name')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Second Name')
  const renamed = (await world.events(organization.id)).filter(
    ({ event }) => event === 'member.renamed',
  )
  expect(renamed.map(({ after }) => after?.name)).toEqual(['First Name', 'Second Name'])
})

test('signing out everywhere else ends the other browser at its next request', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  const { collaborator } = organization
  const elsewhere = await otherBrowser()
  await elsewhere.goto('/sign-in')
  await submitSignIn(elsewhere, collaborator)
  await expect(elsewhere.getByRole('heading', { name: 'My access' })).toBeVisible()
  await signIn(page, collaborator)
  await page.goto('/account')
  await expect(page.getByText('2 sessions')).toBeVisible()
  await page.getByRole('link', { name: 'Show sessions' }).click()
  await expect(page).toHaveURL('/account/sessions')
  await expect(page.getByText('This browser')).toHaveCount(1)
  await expect(page.getByText('Password', { exact: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Sign out everywhere else…' }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Sign out everywhere else' })
    .click()
  await expectToast(page, 'Ended 1 other session')
  await elsewhere.goto('/my-access')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sessions' }).first()).toBeVisible()
})

test('a collaborator leaves; an owner is told to be demoted first', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  const owner = await otherBrowser(organization.owner)
  await owner.goto('/account')
  await expect(owner.getByText(/Owners can’t leave/).first()).toBeVisible()
  await expect(owner.getByRole('button', { name: 'Leave…' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await signIn(page, organization.collaborator)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Leave…' }).click()
  await expect(page.getByRole('alertdialog').getByText('Ends at once')).toBeVisible()
  await expectNoAxeFaults(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in\?from=left$/)
  await expect(page.getByText(`You left ${organization.name}.`)).toBeVisible()
  await page.goto('/my-access')
  await expect(page).toHaveURL(/\/sign-in/)
})
