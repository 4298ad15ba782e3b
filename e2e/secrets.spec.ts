import { ask } from './support/ask'
import { expect, test } from './support/fixtures'
import { type Body, foundIn, keep, logged, logOf } from './support/secret-search'
import { joinAsNew, signOut, submitSignIn } from './support/words'

const passwords = {
  wrong: 'crimson anchor silent orchard',
  joined: 'copper meadow winter lantern',
  added: 'amber thicket velvet compass',
  astray: 'hollow cedar distant meridian',
}

test('no secret that was used stands in a log, in a row, on a page or in an error', async ({
  page,
  organization,
  otherBrowser,
  world,
  baseURL: own,
}) => {
  const baseURL = own as string
  test.setTimeout(240_000) // it goes everywhere
  const { id, owner, collaborator } = organization
  const bodies: Body[] = []
  const secrets = new Map(Object.entries(passwords))
  keep(page.context(), bodies)
  let ticket = ''
  page.on('request', (request) => {
    if (request.url().endsWith('/callback/ticket'))
      ticket = new URLSearchParams(request.postData() ?? '').get('ticket') ?? ''
  })

  // Signing in, first wrong and then right.
  await page.goto('/sign-in')
  await submitSignIn(page, { email: owner.email, password: passwords.wrong })
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
  await submitSignIn(page, owner)
  await expect(page).toHaveURL('/overview')
  secrets.set('the ticket', ticket).set('the password', owner.password)
  const cookies = await page.context().cookies()
  for (const { name, value } of cookies) {
    if (/session|csrf/.test(name)) secrets.set(name, decodeURIComponent(value))
  }
  expect(secrets.has('gatehouse.session')).toBe(true)

  // An invitation by link, and somebody who takes it.
  await page.goto('/users?invite=1')
  const form = page.getByRole('dialog', { name: 'Invite people' })
  await form.getByLabel('Email addresses').fill('lena.vogt@partner.example')
  await form.getByRole('button', { name: 'Make 1 link' }).click()
  const shown = page.getByLabel('invitation link for lena.vogt@partner.example', { exact: true })
  const link = await shown.inputValue()
  const token = new URL(link).searchParams.get('invitation') ?? ''
  secrets.set('the link', token)
  const lena = await otherBrowser()
  keep(lena.context(), bodies)
  await lena.goto(link)
  await joinAsNew(lena, { name: 'Lena Vogt', password: passwords.joined })
  await expect(lena).toHaveURL('/my-access')

  // Keys: made, used, revoked, made up; people added with passwords.
  const key = await world.key(owner)
  const call = async (method: string, path: string, body?: unknown, bearer = key) => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await ask(baseURL + path, { method, headers, body: text })
    bodies.push({ what: `${method} ${path}`, text: answer.text })
    return answer
  }
  const made = await call('POST', '/api/v2/users/create_api_key', { duration: 7200 })
  const fresh: string = /agh_pat_\w+/.exec(made.text)?.[0] ?? ''
  secrets.set('the key', key).set('the fresh key', fresh)
  const person = { name: 'Ole', email: 'ole@partner.example', is_sso_user: false }
  const added = [{ ...person, password: passwords.added }]
  expect((await call('POST', '/api/v2/users/admin_batch_create', added)).status).toBe(200)
  await call('POST', '/api/v2/users/admin_batch_create', added)
  await call('POST', '/api/v2/users/admin_batch_create', [
    { ...person, password: 7, was: passwords.added },
  ])
  await call('GET', '/api/v2/userinfo/', undefined, fresh)
  await call('GET', '/api/v2/userinfo/', undefined, `${fresh.slice(0, -1)}_`)
  const broken = `{"email":"a@b.example","password":"${passwords.astray}`
  await call('POST', '/api/v2/users/admin_batch_create', broken)
  await world.revokeKeys(owner)
  expect((await call('GET', '/api/v2/userinfo/', undefined, fresh)).status).toBe(401)

  // Secrets where none belong: in paths, queries and bodies that cannot be read.
  for (const secret of [key, token, ticket]) {
    for (const path of [
      `/api/v2/${secret}`,
      `/api/v2/users/${secret}?key=${secret}&token=${secret}`,
    ])
      expect((await call('GET', path)).status).toBe(404)
    expect((await call('GET', `/api/console/${secret}`)).status).toBe(404)
    await ask(`${baseURL}/nothing/${secret}?token=${secret}`)
  }
  const [cookie] = cookies.filter(({ name }) => name.endsWith('session'))
  const session = { origin: baseURL, cookie: `${cookie?.name}=${cookie?.value}` }
  for (const [path, more] of [
    [`/api/console/member.list?organization=${id}`, {}],
    ['/sign-in', { 'next-action': '0'.repeat(42) }],
    ['/api/auth/callback/ticket', { 'content-type': 'application/json' }],
  ] as const) {
    const answer = await ask(baseURL + path, {
      method: 'POST',
      headers: { ...session, ...more },
      body: broken,
    })
    bodies.push({ what: `POST ${path}`, text: answer.text })
  }

  // What is shown and taken away afterwards.
  const places = ['/users', '/users/pending?state=accepted', '/api-keys', '/audit-log', '/account']
  for (const path of [...places, '/settings/general', `/users/${collaborator.id}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const asked = (name: string, input: object) =>
    `${baseURL}/api/console/download/${name}?organization=${id}&input=${encodeURIComponent(JSON.stringify(input))}`
  for (const url of [asked('members', { selection: { matching: {} } }), asked('audit-log', {})]) {
    const { status, text } = await ask(url, { headers: session })
    expect(status).toBe(200)
    bodies.push({ what: `GET ${url}`, text })
  }
  await page.goto('/users')
  await signOut(page)
  await expect(page).toHaveURL(/\/sign-in/)
  const last = await ask(`${baseURL}/api/v2/userinfo/`)

  await logged(baseURL, last.headers['x-request-id'])
  const rows = await world.everything()

  // The search finds what is there.
  expect(logOf(baseURL)).toContain('/api/auth/callback/ticket')
  expect(rows.join('\n')).toContain('lena.vogt@partner.example')
  expect(bodies.map(({ text }) => text).join('\n')).toContain(collaborator.email)
  expect(foundIn({ secrets, bodies, rows, log: logOf(baseURL) }, isWhereShown)).toEqual([])
})

/** A secret is answered once, to whoever made it; a link's own page has its address in it. */
function isWhereShown(name: string, what: string, value: string): boolean {
  if (name === 'the fresh key') return what === 'POST /api/v2/users/create_api_key'
  if (name === 'the ticket') return /^POST \S+\/sign-in/.test(what)
  if (name === 'the link') return what.includes(value) || /^POST \S+\/users\?invite=1$/.test(what)
  return false
}
