import { expect, test } from './support/fixtures'
import { expectRow, expectToast, rowAction } from './support/words'

test('an account from its creation to its end: a role, a pause, and what goes with it', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner } = organization
  const cloud = await world.cloud(owner, { name: 'prod' })
  await signIn(page, owner)
  await page.goto('/settings/general')
  await page.getByRole('link', { name: 'Service accounts' }).last().click()
  await expect(page.getByText('No service accounts yet')).toBeVisible()
  await page.getByRole('button', { name: 'Create service account' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Create service account' })
  await dialog.getByLabel('Name').fill('robot-bench')
  const email = `robot-bench@org-${id.slice(4)}.serviceaccount.com`
  await expect(dialog.getByText(email)).toBeVisible()
  await dialog.getByLabel('What is it for?').fill('Runs the benchmark')
  await dialog.getByRole('button', { name: 'Create account' }).click()
  await expectToast(page, 'Created robot-bench')
  await expect(page.getByRole('heading', { name: 'robot-bench', level: 1 })).toBeVisible()
  const account = { id: page.url().split('/').at(-1) as string, organizationId: id }
  const key = await world.key(account)
  const withKey = async () => {
    const headers = { authorization: `Bearer ${key}` }
    return (await page.request.get('/api/v2/clouds/', { headers })).status()
  }
  expect(await withKey()).toBe(200)

  // Picked like a person, by its mark and name.
  await page.goto(`/clouds/${cloud.id}/access`)
  await page.getByRole('button', { name: 'Grant permission' }).first().click()
  await page.getByRole('dialog').getByRole('combobox').first().fill('robot')
  await page.getByRole('option', { name: /robot-bench/ }).click()
  await page.keyboard.press('Tab') // the list closes, and nothing moves any more
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Grant/ })
    .click()
  const members = page.getByRole('table').first()
  await members.getByRole('link', { name: 'robot-bench' }).click()
  await expect(page.getByRole('treegrid').getByRole('row', { name: 'prod' })).toBeVisible()

  await page.getByRole('button', { name: 'Disable…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
  await expectToast(page, 'Disabled robot-bench')
  expect(await withKey()).toBe(401)
  await page.getByRole('button', { name: 'Enable…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Enable' }).click()
  await expectToast(page, 'Enabled robot-bench')
  expect(await withKey()).toBe(200)

  await world.touchKeys(account)
  await page.goto('/service-accounts')
  const accounts = page.getByRole('table', { name: 'Service accounts' })
  await expectRow(accounts, { Name: 'robot-bench', Keys: '1', 'Created by': owner.email })
  await rowAction(page, 'robot-bench', 'Delete…')
  const last = page.getByRole('dialog', { name: 'Delete robot-bench?' })
  await expect(last.getByText(/last used:/)).toBeVisible()
  await expect(last.getByText('1 role on clouds and 0 roles in projects:')).toBeVisible()
  await last.getByLabel('Type robot-bench to confirm').fill('robot-bench')
  await last.getByRole('button', { name: 'Delete account' }).click()
  await expectToast(page, 'Deleted robot-bench')
  expect(await withKey()).toBe(401)
  await page.goto(`/users/${account.id}`)
  await expect(page).toHaveURL(`/service-accounts/${account.id}`)
  await expect(page.getByText(/^Its keys and roles ended then/)).toBeVisible()
})

test('others are told why they see nothing', async ({ page, organization, signIn }) => {
  await signIn(page, organization.collaborator)
  await page.goto('/service-accounts')
  await expect(page.getByText('This page is for organization owners')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Service accounts' })).toHaveCount(0)
})
