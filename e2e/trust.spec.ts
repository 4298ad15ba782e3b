import { expect, test } from './support/fixtures'
import { expectToast } from './support/words'

test('a trust rule is made from a preset, tried with a token, and deleted', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner } = organization
  const account = await world.account(owner, { name: 'deployer' })
  await signIn(page, owner)
  await page.goto(`/service-accounts/${account.id}`)
  await expect(page.getByRole('textbox', { name: 'token endpoint' })).toHaveValue(
    /\/oauth2\/token$/,
  )
  await expect(page.getByText('there are no trust rules')).toBeVisible()
  await page.getByRole('button', { name: 'Add rule' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add trust rule' })
  await dialog.getByLabel('Name').fill('Deploys of main')
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await expect(dialog.getByText('Put in your own names')).toBeVisible()
  await dialog.getByLabel('Subject (sub)').fill('repo:halden/robots:ref:refs/heads/*')
  await dialog.getByLabel('Audience (aud)').fill('gatehouse')
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await expectToast(page, 'Saved Deploys of main')
  const rules = page.getByRole('list', { name: 'Trust rules' })
  await expect(rules.getByText('repo:halden/robots:ref:refs/heads/*')).toBeVisible()

  // Nothing of a pasted token leaves the browser.
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.getByRole('button', { name: 'Test a token' }).click()
  const tester = page.getByRole('dialog', { name: 'Which rule would match?' })
  const claims = { iss: 'https://token.actions.githubusercontent.com', aud: 'gatehouse' }
  const paste = (sub: string) =>
    tester.getByLabel('Token or claims').fill(JSON.stringify({ ...claims, sub }))
  await paste('repo:halden/robots:ref:refs/heads/main')
  await expect(tester.getByText('Deploys of main would let it in.')).toBeVisible()
  await paste('repo:evil/robots:ref:refs/heads/main')
  await expect(tester.getByText('No rule would let it in.')).toBeVisible()
  await expect(tester.getByText('the rule wants repo:halden/robots:ref:refs/heads/*')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(sent.filter((text) => text.includes('evil'))).toEqual([])

  await page.getByRole('button', { name: 'Actions for Deploys of main' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete rule' }).click()
  await expectToast(page, 'Deleted Deploys of main')
  await expect(page.getByText('there are no trust rules')).toBeVisible()
})
