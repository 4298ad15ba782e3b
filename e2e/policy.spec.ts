import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { holdReads } from './support/network'
import { expectRow, expectToast } from './support/words'

test('an owner sees whom the policy would affect, saves it, and it holds', async ({
  page,
  otherBrowser,
  organization,
  signIn,
  world,
}) => {
  const { id, owner, collaborator } = organization
  const theirs = await otherBrowser(collaborator)
  await theirs.goto('/my-access')
  await world.ageSessions(collaborator, 180)
  await world.invitation(owner, 'tom@brightwell.example')
  await signIn(page, owner)
  await page.goto('/settings/general')
  await page.getByRole('link', { name: 'Authentication' }).click()
  await expect(page).toHaveURL('/settings/general/authentication')
  await expect(page.getByText('3 of 3 people have none.')).toBeVisible()

  await page.getByRole('switch', { name: 'Require a second factor' }).click()
  const days = page.getByLabel('Days to set it up')
  await days.fill('0')
  await expect(page.getByText(/this would shut you out at once/)).toBeVisible()
  await days.fill('7')
  await expect(page.getByText(/this would shut you out at once/)).toHaveCount(0)
  await page.getByLabel('Ends in any case after').selectOption('custom')
  await page.getByLabel('Ends in any case after, in hours').fill('2')
  await expect(page.getByText('1 session of 1 person ends when you save.')).toBeVisible()
  await page.getByLabel('Domains for invitations').fill('halden')
  await expect(page.getByText('halden is not a domain.')).toBeVisible()
  await page.getByLabel('Domains for invitations').fill('@halden.example')
  await expect(page.getByText(/1 pending invitation goes elsewhere/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Password' }).click()
  await expect(page.getByText(/You could not sign in any more yourself/)).toBeVisible()
  await page.getByRole('checkbox', { name: 'Password' }).click()
  await expect(
    page.getByText('3 unsaved changes: Second factor, Session length, Domains'),
  ).toBeVisible()
  await expectNoAxeFaults(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, 'It holds from now on')
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Require a second factor' })).toBeChecked()
  await expect(page.getByLabel('Domains for invitations')).toHaveValue('halden.example')
  await theirs.goto('/my-access')
  await expect(theirs).toHaveURL(/\/sign-in/)
  const changed = (await world.events(id)).filter(
    ({ event }) => event === 'organization.policy_changed',
  )
  expect(changed).toMatchObject([{ after: { sessionHours: 2, sessions: 1 } }])

  await page.getByRole('link', { name: 'Show them' }).click()
  await expect(page).toHaveURL('/users?factor=off')
  await expectRow(page.getByRole('table', { name: 'Users' }), {
    Name: collaborator.name,
    MFA: 'Off',
  })
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('new@brightwell.example,')
  await expect(dialog.getByText(/invites addresses at halden\.example only/)).toBeVisible()
})

test('two owners at once: the second is told and chooses; a collaborator is refused', async ({
  page,
  otherBrowser,
  organization,
  signIn,
}) => {
  const path = '/settings/general/authentication'
  const other = await otherBrowser(organization.secondOwner)
  await other.goto(path)
  await signIn(page, organization.owner)
  await page.goto(path)
  await page.getByLabel('Ends after no use for').selectOption('60')
  await other.getByLabel('Ends in any case after').selectOption('12')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(other, 'It holds from now on')
  // Also somebody who chooses before their values are on the screen is told once, not twice.
  const release = await holdReads(page, 'policy.read')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Somebody else changed the policy first')).toBeVisible()
  await expect(page.getByLabel('Ends after no use for')).toHaveValue('60')
  await page.getByRole('button', { name: 'Save mine' }).click()
  await expectToast(page, 'It holds from now on')
  release()
  await page.reload()
  await expect(page.getByLabel('Ends after no use for')).toHaveValue('60')

  await page.goto('/settings/general')
  await page.getByRole('switch', { name: 'New people may look, not touch' }).click()
  await expect(page.getByText('1 unsaved change: New people')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectToast(page, 'Saved the default access of new people')
  await page.reload()
  await expect(page.getByRole('switch', { name: 'New people may look, not touch' })).toBeChecked()

  const refused = await otherBrowser(organization.collaborator)
  await refused.goto(path)
  await expect(
    refused.getByRole('heading', { name: 'This page is for organization owners' }),
  ).toBeVisible()
})
