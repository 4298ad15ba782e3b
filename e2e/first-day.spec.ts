import { expect, test } from './support/fixtures'
import { clipboard, expectRow, expectToast, rowAction, submitSignIn } from './support/words'

test('a collaborator’s first day', async ({ page, organization, baseURL }) => {
  const { collaborator, owner, secondOwner, name } = organization
  await page.goto('/')
  await submitSignIn(page, collaborator)
  await expect(page).toHaveURL('/my-access')

  const access = page.getByRole('region', { name: 'Your access' })
  await expect(access.getByText('Collaborator', { exact: true })).toBeVisible()
  // What nobody of this role may do is folded away, and says who may.
  const refused = access.getByText('Only owners can invite people.')
  await expect(refused).toBeHidden()
  await access.locator('summary').filter({ hasText: /invit/i }).click()
  await expect(refused).toBeVisible()
  await expect(
    page.getByRole('complementary', { name: 'Who can change your access' }),
  ).toContainText(owner.name)
  const menu = page.getByRole('navigation', { name: 'Main' })
  await expect(menu.getByRole('link')).toHaveText(['My access', 'API keys', 'Clouds', 'Projects'])

  // No list of others, whichever way one asks.
  for (const path of ['/users', '/users/pending', `/users?manage=${owner.id}`, '/users?invite=1']) {
    await page.goto(path)
    await expect(
      page.getByRole('heading', { name: 'This page is for organization owners' }),
    ).toBeVisible()
    await expect(page.getByText(`You are a collaborator in ${name}.`)).toBeVisible()
    expect(await page.content()).not.toContain(secondOwner.email)
  }
  await page.getByRole('link', { name: 'My access' }).first().click()
  await expect(page).toHaveURL('/my-access')

  await menu.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('button', { name: 'Create key' }).click()
  const form = page.getByRole('dialog', { name: 'Create an API key' })
  await form.getByLabel('Name').fill('laptop')
  await form.getByRole('radio', { name: '7 days' }).click()
  await form.getByRole('button', { name: 'Create key' }).click()
  const once = page.getByRole('dialog', { name: 'Copy the key for laptop now' })
  await once.getByRole('button', { name: 'Copy' }).first().click()
  await expect.poll(() => clipboard(page)).toMatch(/^agh_pat_[0-9A-Za-z]+$/)
  const key = await clipboard(page)
  await page.keyboard.press('Escape')
  await expect(
    once.getByText('Close without storing the key? It is not shown again.'),
  ).toBeVisible()
  await once.getByRole('button', { name: 'Back to the key' }).click()
  await once.getByRole('checkbox', { name: 'I have stored the key' }).click()
  await once.getByRole('button', { name: 'Done' }).click()
  await expectRow(page.getByRole('table', { name: 'Your API keys' }), {
    Name: 'laptop',
    Key: `…${key.slice(-6)}`,
    'Last used': 'Not used yet',
  })
  await page.reload()
  expect(await page.content()).not.toContain(key)

  const ask = () =>
    fetch(`${baseURL}/api/v2/userinfo/`, { headers: { authorization: `Bearer ${key}` } })
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    result: { id: collaborator.userId, organization_permission_level: 'collaborator' },
  })

  await rowAction(page, 'laptop', 'Revoke…')
  const dialog = page.getByRole('alertdialog', { name: 'Revoke laptop?' })
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await expectToast(page, 'Revoked laptop')
  expect((await ask()).status).toBe(401)
})
