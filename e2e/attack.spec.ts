import { hostileTexts } from '@/lib/testing/hostile'
import { ask } from './support/ask'
import { expect, test } from './support/fixtures'

// What lib/listener/guard.test.ts tries by hand, on the built program; and what names do to pages.

test('names that mean something to a browser, a template or a database are names', async ({
  page,
  organization,
  signIn,
  world,
  faults,
}) => {
  const { id, owner } = organization
  const names = Object.values(hostileTexts).map((text, index) => `${text} ${index}`)
  for (const [index, name] of names.entries())
    await world.member(id, { name, email: `n${index}.${owner.userId.slice(-8)}@halden.example` })
  await signIn(page, owner)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  await page.goto('/users')
  const table = page.getByRole('table', { name: 'Users' })
  for (const name of names)
    await expect(table.getByText(name, { exact: true }).first()).toBeVisible()
  for (const path of ['/audit-log', '/users/pending', '/settings/general', '/my-access']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const html = hostileTexts.html
  await page.goto(`/users?search=${encodeURIComponent(html)}&to=${encodeURIComponent(html)}`)
  await expect(table.getByText(html).first()).toBeVisible()
  expect(await page.locator('img[src=x], script:not([nonce]):not([src])').count()).toBe(0)
  expect([dialogs, faults]).toEqual([[], []])
})

test('the built program reads one host, one plain path and its own pages’ writes', async ({
  organization,
  baseURL: own,
}) => {
  const baseURL = own as string
  const { owner } = organization
  const cookie = `${owner.cookie.name}=${owner.cookie.value}`
  const read = `/api/console/member.list?organization=${owner.organizationId}`
  const post = (headers: Record<string, string>, path = read, body = '{}') =>
    ask(baseURL + path, { method: 'POST', headers: { cookie, ...headers }, body })
  const { port } = new URL(baseURL)
  for (const origin of ['null', `https://localhost:${port}`, `http://a.localhost:${port}`]) {
    expect((await post({ origin })).status, origin).toBe(403)
    expect((await post({ origin }, '/api/auth/signout')).status, origin).toBe(403)
  }
  expect((await post({})).status).toBe(403)
  expect((await post({ origin: baseURL })).status).toBe(200)

  const deep = `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect((await post({ origin: baseURL }, read, deep)).status).toBe(200)
  expect((await post({ origin: baseURL }, read, '{"search":"abc\\ud800"}')).status).toBe(422)
  for (const [path, status] of [
    ['/users/%', 400],
    ['/_next/image?url=%2Ficon.svg&w=640&q=75', 404],
  ] as const)
    expect((await ask(baseURL + path)).status, path).toBe(status)
  const tree = { rsc: '1', 'next-router-state-tree': 'garbage', cookie }
  const first = await ask(`${baseURL}/users`, { headers: tree })
  const { location = '/users' } = first.headers
  const page = first.status === 307 ? await ask(baseURL + location, { headers: tree }) : first
  expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store'])
})

test('signing out leads nowhere else, whatever it is told', async ({
  organization,
  baseURL: own,
}) => {
  const baseURL = own as string
  const { owner } = organization
  const csrf = await ask(`${baseURL}/api/auth/csrf`)
  const cookie = [csrf.headers['set-cookie']]
    .flat()
    .map((each) => each?.split(';')[0])
    .join('; ')
  const { csrfToken } = JSON.parse(csrf.text)
  for (const astray of [
    'https://evil.example',
    '//evil.example',
    '/\\evil',
    `${baseURL}.evil.example`,
  ]) {
    const answer = await ask(`${baseURL}/api/auth/signout`, {
      method: 'POST',
      headers: { cookie, origin: baseURL, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, callbackUrl: astray }).toString(),
    })
    expect([answer.status, answer.headers.location], astray).toEqual([302, baseURL])
  }
  expect(owner.cookie.value).not.toBe('')
})
