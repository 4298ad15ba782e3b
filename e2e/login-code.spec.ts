import { expectNoAxeFaults } from './support/checks'
import { expect, test } from './support/fixtures'

test('a program asks for a login: sign in, see what asks, allow it read only, and the program has its key', async ({
  page,
  organization,
  request,
  baseURL,
}) => {
  const { collaborator, name } = organization
  const agent = { 'x-anyscale-client': 'CLI', 'x-anyscale-client-version': '0.26.112' }
  const ask = async (path: string, headers: Record<string, string> = agent) =>
    (await request.get(`${baseURL}/api/v2/${path}`, { headers })).json()
  const { url, otp } = (await ask('users/create_otp_token?duration_seconds=0')).result
  const poll = async () => (await ask(`users/request_otp_token/${otp}`)).result
  expect(await poll()).toEqual({ valid: false, server_session_id: '' })

  await page.goto(url.replace(/^https?:\/\/[^/]+/, ''))
  await page.getByLabel('Email').fill(collaborator.email)
  await page.getByLabel('Password', { exact: true }).fill(collaborator.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Allow this login?' })).toBeVisible()
  const facts = page.getByRole('main')
  await expect(facts).toContainText('The anyscale command line, version 0.26.112')
  await expect(facts).toContainText('the address of this browser')
  await expect(facts).toContainText(name)
  await expect(facts).toContainText(
    '30 days. It asked for no end; your organization allows no more.',
  )
  await expectNoAxeFaults(page)
  await page.getByRole('checkbox', { name: /^Read only/ }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('heading', { name: 'Login allowed' })).toBeVisible()

  const { valid, server_session_id: key } = await poll()
  expect([valid, key]).toEqual([true, expect.stringMatching(/^agh_pat_/)])
  expect(await poll()).toEqual({ valid: false, server_session_id: '' })
  await expect(page.getByText(key)).toHaveCount(0)
  const me = await ask('userinfo/', { cookie: `cli_token=${key}` })
  expect(me.result.email).toBe(collaborator.email)
  await page.reload()
  await expect(page.getByText('Run anyscale login again for a new link.')).toBeVisible()
  await page.goto('/api-keys')
  await expect(page.getByText(`login ${key.slice(-6)}`).first()).toBeVisible()
})

test('refused, the program is told and gets nothing', async ({
  page,
  organization,
  signIn,
  request,
  baseURL,
}) => {
  await signIn(page, organization.owner)
  const begun = await request.get(`${baseURL}/api/v2/users/create_otp_token`)
  const { url, otp } = (await begun.json()).result
  await page.goto(new URL(url).pathname + new URL(url).search)
  await page.getByRole('button', { name: 'Refuse' }).click()
  await expect(page.getByRole('heading', { name: 'Login refused' })).toBeVisible()
  const told = await request.get(`${baseURL}/api/v2/users/request_otp_token/${otp}`)
  expect([told.status(), (await told.json()).detail]).toEqual([
    403,
    expect.stringMatching(/refused in the console/),
  ])
})
