import { ask } from './support/ask'
import { expect, test } from './support/fixtures'

const privatePages = ['/', '/users', '/users/pending', '/my-access', '/api-keys']
const publicPages = ['/sign-in', '/register', '/register?invitation=x', '/set-up']

test('ids of another organization are the same as unknown ones', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { owner, collaborator, stranger } = organization
  await signIn(page, owner)
  expect((await page.goto(`/users/${stranger.id}`))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
  const unknown = `${collaborator.id.slice(0, -6)}zzzzzz`
  for (const id of [stranger.id, stranger.userId, unknown]) {
    await page.goto(`/users?manage=${id}`)
    const drawer = page.getByRole('dialog', { name: 'Manage access' })
    await expect(drawer.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
    await expect(page.getByText(stranger.name)).toHaveCount(0)
  }
  for (const id of [stranger.id, unknown]) {
    await page.goto(`/users?remove=${id}`)
    const dialog = page.getByRole('alertdialog', { name: 'Remove this person?' })
    await expect(dialog.getByText('Not a member any more')).toBeVisible()
  }
  await page.goto(`/users?manage=${collaborator.id}`)
  await expect(page.getByRole('dialog').getByText(collaborator.name)).toBeVisible()

  const authorization = `Bearer ${await world.key(owner)}`
  const read = (id: string) =>
    page.request.get(`/api/v2/organization_collaborators/${id}`, { headers: { authorization } })
  const [foreign, nobody, own] = [
    await read(stranger.id),
    await read(unknown),
    await read(collaborator.id),
  ]
  expect([foreign.status(), nobody.status(), own.status()]).toEqual([404, 404, 200])
  expect((await foreign.json()).detail).toBe((await nobody.json()).detail)

  // A page of another organization reads nothing with this session, and this one's does.
  const console = (organizationId: string) =>
    page.request.get(`/api/console/member.list?organization=${organizationId}&input={}`)
  expect((await console(stranger.organizationId)).status()).toBe(409)
  expect((await console(owner.organizationId)).status()).toBe(200)
})

test('a key is no session, and a session is no key', async ({
  page,
  context,
  organization,
  world,
  signIn,
  baseURL,
}) => {
  const { owner } = organization
  const key = await world.key(owner)
  const cookie = (name: string, value: string) => ({ name, value, url: baseURL as string })
  const api = async (value: string) =>
    (await ask(`${baseURL}/api/v2/userinfo/`, { headers: { cookie: value } })).status
  expect(await api(`cli_token=${key}`)).toBe(200)
  expect(await api(`cli_token=${owner.cookie.value}`)).toBe(401)
  expect(await api(`${owner.cookie.name}=${owner.cookie.value}`)).toBe(401)
  expect(await api(`${owner.cookie.name}=${key}`)).toBe(401)

  await context.addCookies([cookie('cli_token', key), cookie(owner.cookie.name, key)])
  await page.goto('/users')
  await expect(page).toHaveURL('/sign-in?to=%2Fusers')
  const read = `/api/console/organization.current?organization=${organization.id}&input={}`
  expect((await page.request.get(read)).status()).toBe(401)
  expect(
    (await page.request.get(read, { headers: { authorization: `Bearer ${key}` } })).status(),
  ).toBe(401)
  await signIn(page, owner)
  expect((await page.request.get(read)).status()).toBe(200)
})

test('other sites read nothing and do nothing with the session', async ({
  page,
  organization,
  signIn,
  world,
  baseURL,
}) => {
  const { id, owner, collaborator } = organization
  await signIn(page, owner)
  const read = `/api/console/member.list?organization=${id}&input={}`
  for (const site of ['cross-site', 'same-site']) {
    const answer = await page.request.get(read, { headers: { 'sec-fetch-site': site } })
    expect(answer.status(), site).toBe(403)
    expect(await answer.text()).not.toContain(collaborator.email)
  }
  const own = await page.request.get(read, { headers: { 'sec-fetch-site': 'same-origin' } })
  expect(await own.text()).toContain(collaborator.email)
  expect(own.headers()['access-control-allow-origin']).toBeUndefined()

  // An action as the page sends it, then the same from elsewhere.
  await page.goto('/api-keys?create=1')
  const form = page.getByRole('dialog', { name: 'Create an API key' })
  await form.getByLabel('Name').fill('laptop')
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'POST'),
    form.getByRole('button', { name: 'Create key' }).click(),
  ])
  await expect(page.getByRole('dialog', { name: 'Copy the key for laptop now' })).toBeVisible()
  const made = async () =>
    (await world.events(id)).filter(({ event }) => event === 'api_key.created').length
  expect(await made()).toBe(1)
  const { origin: _, referer: __, ...headers } = await sent.allHeaders()
  const plain = Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^:|^sec-|^content-length$|^accept-encoding$/.test(name),
    ),
  )
  const again = (name: string, from: Record<string, string>) =>
    ask(sent.url(), {
      method: 'POST',
      headers: { ...plain, ...from },
      body: sent.postData()?.replace('"laptop"', JSON.stringify(name)),
    })
  for (const origin of ['https://evil.example', 'http://localhost:1', 'null']) {
    await again(`from ${origin}`, { origin, 'sec-fetch-site': 'cross-site' })
    expect(await made(), origin).toBe(1)
  }
  const here = await again('from here', {
    origin: baseURL as string,
    'sec-fetch-site': 'same-origin',
  })
  expect(here.text).toContain('"ok":true')
  expect(await made()).toBe(2)
})

test('pages are not kept, not framed, and run no script but their own', async ({
  page,
  organization,
  signIn,
  faults,
}) => {
  await signIn(page, organization.owner)
  const nonces = new Set<string>()
  for (const path of privatePages) {
    const answer = await page.goto(path)
    const headers = answer?.headers() ?? {}
    expect(headers['cache-control'], path).toContain('no-store')
    expect(headers['x-frame-options'], path).toBe('DENY')
    const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(
      headers['content-security-policy'] ?? '',
    )?.[1]
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy'], path).not.toMatch(/script-src[^;]*unsafe/)
    nonces.add(nonce ?? '')
  }
  expect(nonces.size).toBe(privatePages.length)

  expect(faults).toEqual([])
  // Later, so that it is the page that does it and not the test.
  await page.evaluate(() => {
    setTimeout(() => {
      const inline = '<img src="/icon.svg" alt="" onload="document.title = \'taken over\'">'
      document.body.insertAdjacentHTML('beforeend', inline)
    })
  })
  await expect.poll(() => faults.splice(0).join()).toContain('Content Security Policy')
  await expect(page).not.toHaveTitle('taken over')
})

test('signed out, every private page leads to sign-in and back', async ({
  page,
  organization,
  signIn,
  baseURL,
}) => {
  for (const path of privatePages) {
    const answer = await ask(`${baseURL}${path}`)
    expect(answer.headers['cache-control'], path).toContain('no-store')
    expect(answer.text, path).not.toContain('@halden.example')
    await page.goto(path)
    const wanted = path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`
    await expect(page).toHaveURL(wanted)
  }
  for (const path of publicPages) {
    const answer = await page.goto(path)
    expect(answer?.headers()['cache-control'], path).toContain('no-store')
  }
  await signIn(page, organization.owner)
  await page.goto('/users')
  await expect(page.getByRole('table', { name: 'Users' })).toBeVisible()
})

test('a link with a token sends no referrer', async ({ page }) => {
  for (const path of ['/register?invitation=x', '/set-up?token=x']) {
    const answer = await page.goto(path)
    expect(answer?.headers()['referrer-policy'], path).toBe('no-referrer')
  }
})

test('another host name is refused', async ({ baseURL }) => {
  const { port } = new URL(baseURL as string)
  for (const path of ['/sign-in', '/api/v2/userinfo/', '/api/health']) {
    const host = (name: string) => ask(`${baseURL}${path}`, { headers: { host: name } })
    expect((await host('evil.example')).status, path).toBe(421)
    expect((await host(`localhost.evil.example:${port}`)).status, path).toBe(421)
    expect((await host(`localhost:${port}`)).status, path).not.toBe(421)
  }
})

test('more than a megabyte is refused, a little is taken', async ({
  organization,
  world,
  baseURL,
}) => {
  const { owner } = organization
  const headers = {
    authorization: `Bearer ${await world.key(owner)}`,
    'content-type': 'application/json',
  }
  const url = `${baseURL}/api/v2/organization_invitations/`
  const invite = (filler: string, more: Record<string, string> = {}) =>
    ask(url, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify({ email: 'ole@partner.example', filler }),
    })
  const large = 'x'.repeat(2_000_000)
  expect((await invite(large)).status).toBe(413)
  expect((await invite(large, { 'transfer-encoding': 'chunked' })).status).toBe(413)
  expect((await ask(`${baseURL}/sign-in`, { method: 'POST', body: large })).status).toBe(413)
  const { status, text } = await invite('x')
  expect(status, text).toBeLessThan(300)
})
