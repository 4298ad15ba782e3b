import { expectNoAxeFaults } from './support/checks'
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
  await world.project(owner, cloud.id, { name: 'grasp-policy-rl' })
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
  // A project brings its cloud, where a role comes first.
  await dialog.getByRole('button', { name: 'Add a cloud or project' }).click()
  await page.getByRole('option', { name: 'grasp-policy-rl' }).click()
  await dialog.getByRole('button', { name: 'Role on grasp-policy-rl: Write' }).click()
  await page.getByRole('menuitemradio', { name: /^Read-only/ }).click()
  await expect(
    dialog.getByRole('button', { name: 'Role on prod: Cloud collaborator' }),
  ).toBeVisible()
  await expect(dialog.getByText('At most 90 days, by your API key policy.')).toBeVisible()
  await dialog.getByLabel('First key').fill('github-actions')
  await dialog.getByLabel('Ends after').selectOption('30')
  await world.ageProof(owner)
  await dialog.getByRole('button', { name: 'Create account and key' }).click()
  const check = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await check.getByLabel('Password', { exact: true }).fill(owner.password)
  await check.getByRole('button', { name: 'Confirm' }).click()
  await expectToast(page, 'Created robot-bench')
  const once = page.getByRole('dialog', { name: 'Copy the key for github-actions now' })
  await expect(
    once.getByText('Cloud collaborator on prod, Read-only on grasp-policy-rl'),
  ).toBeVisible()
  const key = await once
    .locator('code', { hasText: /^agh_sa_/ })
    .first()
    .textContent()
  await once.getByRole('checkbox', { name: 'I have stored the key' }).click()
  await once.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'robot-bench', level: 1 })).toBeVisible()
  await expect(page.getByText(/was created, but/)).toHaveCount(0)
  const held = page.getByRole('treegrid')
  await expect(held.getByRole('row', { name: 'prod', exact: true })).toBeVisible()
  const account = { id: page.url().split('/').at(-1) as string, organizationId: id }
  const withKey = async () => {
    const headers = { authorization: `Bearer ${key}` }
    return (await page.request.get('/api/v2/clouds/', { headers })).status()
  }
  expect(await withKey()).toBe(200)

  // Picked like a person, by its mark and name; what is found lies over the fields, and nothing moves.
  const other = await world.cloud(owner, { name: 'staging' })
  await page.goto(`/clouds/${other.id}/access`)
  await page.getByRole('button', { name: 'Grant permission' }).first().click()
  const grant = page.getByRole('dialog')
  await grant.getByRole('combobox').first().fill('robot')
  const found = page.getByRole('option', { name: /robot-bench/ })
  await found.waitFor()
  await expectNoAxeFaults(page)
  await found.click()
  await grant.getByRole('button', { name: /^Grant/ }).click()
  const members = page.getByRole('table').first()
  await members.getByRole('link', { name: 'robot-bench' }).click()
  await expect(held.getByRole('row', { name: 'staging', exact: true })).toBeVisible()

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
  await expectRow(accounts, {
    Name: 'robot-bench',
    Access: '2 clouds 1 project',
    Keys: /^1 Ends /,
    'Created by': owner.email,
  })
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  expect((await file).suggestedFilename()).toMatch(/^service-accounts-.*\.csv$/)
  await rowAction(page, 'robot-bench', 'Delete…')
  const last = page.getByRole('dialog', { name: 'Delete robot-bench?' })
  await expect(last.getByText(/last used:/)).toBeVisible()
  await expect(last.getByText('2 roles on clouds and 1 role in projects:')).toBeVisible()
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

test('a role that is refused on the way loses nothing: the page of the account says which, and why', async ({
  page,
  organization,
  world,
  signIn,
}) => {
  const { owner } = organization
  const cloud = await world.cloud(owner, { name: 'prod' })
  await signIn(page, owner)
  await page.goto('/service-accounts?create=1')
  const dialog = page.getByRole('dialog', { name: 'Create service account' })
  await dialog.getByLabel('Name').fill('half-done')
  await dialog.getByRole('button', { name: 'Add a cloud or project' }).click()
  await page.getByRole('option', { name: 'prod', exact: true }).click()
  const api = { headers: { authorization: `Bearer ${await world.key(owner)}` } }
  expect((await page.request.delete(`/api/v2/clouds/${cloud.id}?force=False`, api)).ok()).toBe(true)
  await dialog.getByLabel('First key').fill('ci')
  await world.ageProof(owner) // keys need a fresh proof of who makes them; here it is not given
  await dialog.getByRole('button', { name: 'Create account and key' }).click()
  const check = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await check.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('heading', { name: 'half-done', level: 1 })).toBeVisible()
  const notice = page.getByRole('status').filter({ hasText: 'half-done was created, but' })
  await expect(notice).toContainText('Cloud collaborator on prod is missing.')
  await expect(notice).toContainText('The key ci is missing.')
  await page.reload()
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Close' }).click()
  await expect(notice).toHaveCount(0)
})
