import { describe, expect, test } from 'vitest'
import { apiOf } from '@/lib/testing/api'
import { makeKey, makeOrganization } from '@/lib/testing/people'

const invitations = '/organization_invitations/'
const isSentence = /^[^\n]+[.]$/

describe('bodies', () => {
  const hostile: [string, string, number][] = [
    ['nothing', '', 400],
    ['NaN', '{"email":NaN}', 400],
    ['never closed', '['.repeat(200_000), 400],
    ['deep', '['.repeat(100_000) + ']'.repeat(100_000), 422],
    ['deep field', `{"email":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 422],
    ['null', 'null', 422],
    ['a list', '[{"email":"a@b.example"}]', 422],
    ['a number', '7', 422],
    ['no field', '{}', 422],
    ['a null field', '{"email":null}', 422],
    ['a field on the prototype', '{"__proto__":{"email":"a@b.example"}}', 422],
    ['U+0000', '{"email":"a\\u0000@b.example"}', 422],
    ['a lone surrogate', '{"email":"\\ud800@b.example"}', 422],
    ['100,000 characters', JSON.stringify({ email: `${'a'.repeat(100_000)}@b.example` }), 422],
  ]
  test.each(hostile)('%s is refused with a sentence', async (_, raw, status) => {
    const { owner } = await makeOrganization()
    const answer = await (await apiOf(owner))(invitations, { method: 'POST', raw })
    expect(answer.status).toBe(status)
    expect(answer.body.error.detail).toMatch(isSentence)
    expect(answer.body.detail).toBe(answer.body.error.detail)
    expect(answer.body.error.detail).not.toMatch(/expected|received|Invalid/)
  })

  test('each fault of a batch is the fault of its item: untrimmed, long, with U+0000', async () => {
    const { owner } = await makeOrganization()
    const emails = [' ok@b.example\n', '', 'a\0@b.example', '\ud800@b.example', 'a'.repeat(2_000)]
    const { status, body } = await (await apiOf(owner))(`${invitations}batch_create`, {
      method: 'POST',
      body: emails.map((email) => ({ email, role: 'owner' })),
    })
    expect(status).toBe(200)
    expect(body.results.map((row: { status: number }) => row.status)).toEqual([
      200, 422, 422, 422, 422,
    ])
    for (const { error } of body.results.slice(1)) expect(error.detail).toMatch(isSentence)
    const wrong = [{ email: 'a@b.example' }, { email: 5 }]
    const refused = await (await apiOf(owner))(`${invitations}batch_create`, {
      method: 'POST',
      body: wrong,
    })
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: '#/1/email', detail: 'email of item 2 must be text.' }],
    ])
  })

  test('no body, or any, beside a JSON content type where none is read', async () => {
    const { owner } = await makeOrganization()
    const call = await apiOf(owner)
    const headers = { 'content-type': 'application/json' }
    for (const raw of ['', '{{{']) {
      const created = await call(invitations, { method: 'POST', body: { email: 'n@b.example' } })
      const path = `${invitations}${created.body.result.id}/invalidate`
      expect((await call(path, { method: 'POST', raw, headers })).status).toBe(202)
    }
    expect((await call('/userinfo', { headers })).status).toBe(200)
  })
})

describe('credentials', () => {
  test('Bearer counts where both are sent; another scheme leaves the cookie to count', async () => {
    const { owner } = await makeOrganization()
    const { key } = await makeKey(owner)
    const call = await apiOf(null)
    const status = async (authorization: string, token: string) => {
      const headers = { authorization, cookie: `cli_token=${token}` }
      return (await call('/userinfo/', { headers })).status
    }
    expect(await status(`Bearer ${key}`, 'bad')).toBe(200)
    expect(await status('Bearer bad', key)).toBe(401)
    expect(await status('Basic YTpi', key)).toBe(200)
    expect(await status(`bearer ${key}`, '')).toBe(200)
  })

  test.each([
    'cli_token=',
    'cli_token',
    'cli_token=%00',
    'cli_token="',
    'cli_token=\xff\xfe',
    `cli_token=${'a'.repeat(15_000)}`,
    'cli_token=agh_pat_;cli_token=x',
    "cli_token=' OR 1=1 --",
  ])('the cookie %j is no key', async (cookie) => {
    expect((await (await apiOf(null))('/userinfo/', { headers: { cookie } })).status).toBe(401)
  })

  test('a cookie whose name merely ends like it is not it', async () => {
    const { owner } = await makeOrganization()
    const { key } = await makeKey(owner)
    const headers = { cookie: `xcli_token=${key}` }
    expect((await (await apiOf(null))('/userinfo/', { headers })).status).toBe(401)
  })
})
