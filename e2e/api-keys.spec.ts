import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'
import { columnOf, expectRow, expectToast, rowAction } from './support/words'

const days = (count: number) => count * 86_400

test('own keys: search, revoke several at once, and see what ended', async ({
  page,
  organization,
  signIn,
  world,
  request,
  baseURL,
}) => {
  const { collaborator, owner } = organization
  const key = await world.key(collaborator)
  await world.key(owner)
  const make = async (name: string, duration: number) => {
    const answer = await request.post(`${baseURL}/api/v2/users/create_api_key`, {
      headers: { authorization: `Bearer ${key}` },
      data: { name, duration },
    })
    return (await answer.json()).result.server_session_id as string
  }
  const benches = [await make('bench one', days(30)), await make('Bench two', days(20))]
  // ends at noon of the third day, whatever the hour is now
  await make('ci', Math.round((new Date().setHours(12, 0, 0, 0) - Date.now()) / 1_000) + days(3))
  const works = async (secret: string) =>
    (
      await request.get(`${baseURL}/api/v2/userinfo/`, {
        headers: { authorization: `Bearer ${secret}` },
      })
    ).status()

  await signIn(page, collaborator)
  await page.goto('/api-keys')
  const keys = page.getByRole('table', { name: 'Your API keys' })
  await expectRow(keys, { Name: 'ci', Ends: 'in 3 days', 'Last used': 'Not used yet' })
  await expect(page.getByRole('status').filter({ hasText: 'live keys' })).toHaveText(
    '1–4 of 4 live keys',
  )
  await expectNoAxeFaults(page)

  await page.getByRole('searchbox', { name: 'Search name' }).fill('BENCH')
  await expect.poll(() => columnOf(keys, 'Name')).toEqual(['Bench two', 'bench one'])
  await expect(page).toHaveURL('/api-keys?q=BENCH')
  for (const name of ['bench one', 'Bench two']) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).click()
  }
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('2 selected')
  await expectNoAxeFaults(page)
  await bar.getByRole('button', { name: 'Revoke…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Revoke 2 keys?' })
  await expect(dialog).toContainText('These keys were not used yet.')
  await expectNoAxeFaults(page)
  await dialog.getByRole('button', { name: 'Revoke 2 keys' }).click()
  await expectToast(page, 'Revoked 2 keys')
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No key matches' })).toBeVisible()
  expect(await Promise.all(benches.map(works))).toEqual([401, 401])
  expect(await works(key)).toBe(200)
  await page.getByRole('button', { name: 'Clear filters' }).click()

  await rowAction(page, 'ci', 'Revoke…')
  const one = page.getByRole('alertdialog', { name: 'Revoke ci?' })
  await one.getByRole('button', { name: 'Revoke key' }).click()
  await expectToast(page, 'Revoked ci')

  await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'Ended' }).click()
  await expect(page).toHaveURL('/api-keys?state=ended')
  await expectRow(keys, { Name: 'Bench two', Ended: /^Revoked: / })
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expectNoAxeFaults(page)
  await page.reload()
  await expectRow(keys, { Name: 'ci', Ended: /^Revoked: / })
  await page.goBack()
  await expect(page).toHaveURL('/api-keys')
})

test('what stands where keys would: none yet, none live, none ended', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.collaborator)
  await page.goto('/api-keys?state=ended')
  await expect(page.getByRole('heading', { name: 'No API keys yet' })).toBeVisible()
  await page.goto('/api-keys?after=made-up')
  await expect(page.getByText('This page no longer exists. Start at the first.')).toBeVisible()
  await page.goto('/api-keys')
  await expect(page.getByRole('button', { name: 'Create key' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Create key' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click()
  const once = page.getByRole('dialog', { name: /^Copy the key for / })
  await once.getByRole('checkbox', { name: 'I have stored the key' }).click()
  await once.getByRole('button', { name: 'Done' }).click()
  await page.goto('/api-keys?state=ended')
  await expect(page.getByRole('heading', { name: 'No ended keys' })).toBeVisible()
  await page.goto('/api-keys')
  const names = () => columnOf(page.getByRole('table', { name: 'Your API keys' }), 'Name')
  await expect.poll(names).toHaveLength(1)
  const [name] = await names()
  await rowAction(page, name as string, 'Revoke…')
  await page.getByRole('button', { name: 'Revoke key' }).click()
  await expect(page.getByRole('heading', { name: 'No live keys' })).toBeVisible()
})

test('a key with a ceiling is made, rotated as a pair, looked at, and its old half ended', async ({
  page,
  organization,
  signIn,
  request,
  baseURL,
}) => {
  await signIn(page, organization.collaborator)
  await page.goto('/api-keys')
  await page.getByRole('button', { name: 'Create key' }).click()
  const create = page.getByRole('dialog', { name: 'Create an API key' })
  await create.getByLabel('Name').fill('reader')
  await create.getByRole('radio', { name: 'Chosen places' }).click()
  await create.getByRole('button', { name: 'Create key' }).click()
  await expect(create.getByText('Add a cloud or a project.')).toBeVisible()
  await create.getByRole('radio', { name: 'Read only' }).click()
  await create.getByRole('button', { name: 'Create key' }).click()
  const once = page.getByRole('dialog', { name: /^Copy the key for / })
  const shown = () =>
    once
      .locator('code', { hasText: /^agh_pat_/ })
      .first()
      .textContent()
  const first = (await shown()) ?? ''
  const download = page.waitForEvent('download')
  await once.getByRole('button', { name: 'Download as .env' }).click()
  expect((await download).suggestedFilename()).toBe('reader.env')
  await once.getByRole('checkbox', { name: 'I have stored the key' }).click()
  await once.getByRole('button', { name: 'Done' }).click()
  const keys = page.getByRole('table', { name: 'Your API keys' })
  await expectRow(keys, { Name: 'reader', 'May do': 'Only looks' })

  await rowAction(page, 'reader', 'Rotate…')
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate key' }).click()
  await expect(once).toBeVisible()
  const second = (await shown()) ?? ''
  await once.getByRole('checkbox', { name: 'I have stored the key' }).click()
  await once.getByRole('button', { name: 'Done' }).click()
  await expectRow(keys, { Name: 'reader', Ends: /^Replaced, ends / })
  const works = async (key: string) =>
    (
      await request.get(`${baseURL}/api/v2/userinfo/`, {
        headers: { authorization: `Bearer ${key}` },
      })
    ).status()
  expect([await works(first), await works(second)]).toEqual([200, 200])

  await page.getByRole('button', { name: 'Actions for reader' }).first().click()
  await page.getByRole('menuitem', { name: 'Use and ceiling' }).click()
  const drawer = page.getByRole('dialog', { name: 'reader' })
  await expect(drawer).toContainText(`…${first.slice(-6)}, ends`)
  await expectNoAxeFaults(page)
  await page.goBack()
  await expect(drawer).toBeHidden()

  await page.getByRole('button', { name: 'Actions for reader' }).first().click()
  await page.getByRole('menuitem', { name: 'End the old one now…' }).click()
  await page.getByRole('button', { name: 'Revoke key' }).click()
  await expectToast(page, 'Revoked reader')
  expect([await works(first), await works(second)]).toEqual([401, 200])
})
