import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { expectRow, expectToast, rowAction, submitSignIn } from './support/words'

test('suspended instead of removed: everything ends at once, and restored it is as before', async ({
  page,
  organization,
  signIn,
  otherBrowser,
  world,
}) => {
  const { id, owner } = organization
  const member = await world.member(id, { name: 'Priyanka Raman' })
  const key = await world.key(member)
  const withKey = async () => {
    const headers = { authorization: `Bearer ${key}` }
    return (await page.request.get('/api/v2/userinfo/', { headers })).status()
  }
  const theirs = await otherBrowser(member)
  await theirs.goto('/my-access')
  expect(await withKey()).toBe(200)

  await signIn(page, owner)
  await page.goto('/users')
  const users = page.getByRole('table', { name: 'Users' })
  await rowAction(page, member.name, 'Remove from organization…')
  await page.getByRole('button', { name: 'Suspend instead' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Suspend Priyanka Raman?' })
  await expect(dialog.getByText('1 session.')).toBeVisible()
  await expect(dialog.getByText(/^1 API key: .* Refused until then\.$/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectNoAxeFaults(page)
  await dialog.getByRole('button', { name: 'Suspend Priyanka Raman' }).click()
  await expectToast(page, 'Suspended Priyanka Raman')
  await expectRow(users, { Name: member.name, Status: /^Suspended/ })

  // The copied cookie, the key and the password are refused.
  await theirs.goto('/my-access')
  await expect(theirs).toHaveURL('/sign-in?to=%2Fmy-access')
  await submitSignIn(theirs, member)
  await expect(theirs.getByText('You are not in any organization at present.')).toBeVisible()
  expect(await withKey()).toBe(401)

  await page.goto(`/users/${member.id}`)
  await expect(page.getByText(/^Suspended .* by/)).toBeVisible()
  await page.getByRole('button', { name: 'Restore…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click()
  await expectToast(page, 'Restored Priyanka Raman')
  await expect(page.getByText(/^Suspended .* by/)).toHaveCount(0)
  expect(await withKey()).toBe(200)
  await submitSignIn(theirs, member)
  await expect(theirs).toHaveURL('/my-access')
})

test('several at once, and back', async ({ page, organization, signIn }) => {
  const { owner, secondOwner, collaborator } = organization
  await signIn(page, owner)
  await page.goto('/users')
  for (const { name } of [owner, secondOwner, collaborator])
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click()
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: 'Suspend 2 of 3…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Suspend 2 people?' })
  await expect(dialog.getByText('You cannot suspend yourself. Another owner can.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Suspend 2 people' }).click()
  await expect(page.getByText('Suspended 2 people. 1 was left out.').first()).toBeVisible()

  await page.goto('/users?state=suspended')
  for (const { name } of [secondOwner, collaborator])
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click()
  await bar.getByRole('button', { name: 'Restore…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore 2 people' }).click()
  await expect(page.getByText('Restored 2 people.').first()).toBeVisible()
})
