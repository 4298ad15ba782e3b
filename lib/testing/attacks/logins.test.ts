import { beforeEach, expect, test } from 'vitest'
import { env } from '@/lib/platform/env'
import { answerApi } from '@/lib/transport/api/endpoint'
import { visitor } from '../accounts'
import { rowsOf } from '../contracts/rows'
import { makeKey, makeOrganization, type TestMember, type TestOrganization } from '../people'

// `anyscale login` over HTTP, as the official client speaks and as others would.

let organization: TestOrganization
let address: string

beforeEach(async () => {
  organization = await makeOrganization()
  address = visitor().caller.origin.address ?? ''
})

const official = {
  accept: 'application/json',
  'user-agent': 'OpenAPI-Generator/1.0.0/python',
  'x-anyscale-client': 'CLI',
  'x-anyscale-client-version': '0.26.112',
}

async function send(
  path: string,
  { method = 'GET', headers = {}, body }: RequestInit & { headers?: object } = {},
) {
  const request = new Request(`http://localhost:3000/api/v2${path}`, {
    method,
    headers: { ...official, ...headers },
    ...(body && { body }),
  })
  const answer = await answerApi(request, { address, requestId: 'req_test' })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null }
}

const begin = async (query = '?duration_seconds=604800') =>
  (await send(`/users/create_otp_token${query}`)).body.result as { url: string; otp: string }
const poll = async (otp: string) =>
  (await send(`/users/request_otp_token/${encodeURIComponent(otp)}`)).body
const asKey = async (member: TestMember) => {
  const { key } = await makeKey(member)
  const headers = { cookie: `cli_token=${key}`, 'content-type': 'application/json' }
  return (path: string, body?: object) =>
    send(path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) })
}
const waiting = { result: { valid: false, server_session_id: '' } }

test('the whole flow: begun without a key, allowed with one, collected once, and the key opens the door', async () => {
  const call = await asKey(organization.collaborator)
  const { url, otp } = await begin()
  expect(new URL(url).origin).toBe(new URL(env.PUBLIC_URL).origin)
  expect(url).not.toContain(otp)
  expect(await poll(otp)).toEqual(waiting)
  expect((await call(`/users/show_otp_source?otp=${otp}`)).body).toEqual({
    result: { source_ip: address },
  })
  expect((await call('/users/validate_otp_token', { otp })).status).toBe(204)
  expect((await call('/users/validate_otp_token', { otp })).status).toBe(409)
  const { result } = await poll(otp)
  expect(result).toEqual({ valid: true, server_session_id: expect.stringMatching(/^agh_pat_/) })
  expect(await poll(otp)).toEqual(waiting)
  const headers = { cookie: `cli_token=${result.server_session_id}` }
  const { body } = await send('/userinfo/', { headers })
  expect(body.result.email).toBe(organization.collaborator.email)
  expect((await call(`/users/show_otp_source?otp=${otp}`)).status).toBe(409)
})

test('two polls at once: one key', async () => {
  const call = await asKey(organization.collaborator)
  const { otp } = await begin()
  await call('/users/validate_otp_token', { otp })
  const answers = await Promise.all([poll(otp), poll(otp), poll(otp), poll(otp)])
  expect(answers.filter(({ result }) => result.valid)).toHaveLength(1)
  const others = answers.filter(({ result }) => !result.valid)
  expect(others).toEqual([waiting, waiting, waiting])
})

test('another organization’s member who has the link learns nothing once it was answered', async () => {
  const [own, foreign] = [
    await asKey(organization.collaborator),
    await asKey(organization.stranger),
  ]
  const { otp } = await begin()
  await own('/users/validate_otp_token', { otp })
  const before = await rowsOf(organization.id)
  const made = `gth_lgn_${'z'.repeat(43)}`
  const answers = [otp, made].map(async (code) => [
    (await foreign('/users/validate_otp_token', { otp: code })).body,
    (await foreign(`/users/show_otp_source?otp=${code}`)).body,
  ])
  const [answered, unknown] = await Promise.all(answers)
  expect(answered).toEqual(unknown)
  expect(answered?.[0]).toMatchObject({ status: 404 })
  expect(await rowsOf(organization.id)).toEqual(before)
  expect((await poll(otp)).result.valid).toBe(true)
})

test('unknown, misshapen and hostile codes wait for ever, and are not repeated', async () => {
  const codes = [
    `gth_lgn_${'z'.repeat(43)}`,
    'x',
    "' OR 1=1 --",
    '..%2f',
    'a'.repeat(5_000),
    '\u0000',
    '0'.repeat(64),
  ]
  for (const code of codes) {
    const answer = await poll(code)
    expect(answer).toEqual(waiting)
  }
})

test.each(['-1', '1', '59', '1.5', 'x', '1e400', '9'.repeat(30)])(
  'a life of %s is refused as one',
  async (seconds) => {
    const { status, body } = await send(`/users/create_otp_token?duration_seconds=${seconds}`)
    expect([status, body.code]).toEqual([422, 'invalid_input'])
  },
)

test('a console session and a key that comes along count for nothing where no key is asked', async () => {
  const { key } = await makeKey(organization.owner)
  const headers = {
    cookie: `cli_token=${key}; gatehouse.session=x`,
    authorization: `Bearer ${key}`,
  }
  const { status, body } = await send('/users/create_otp_token', { headers })
  expect(status).toBe(200)
  expect(await poll(body.result.otp)).toEqual(waiting)
})

test('without credentials nobody allows one or asks from where it came', async () => {
  const { otp } = await begin()
  for (const path of ['/users/validate_otp_token', `/users/show_otp_source?otp=${otp}`]) {
    const headers = { 'content-type': 'application/json' }
    const { status } = await send(path, { method: 'POST', headers, body: JSON.stringify({ otp }) })
    expect(status).toBe(401)
  }
  expect(await poll(otp)).toEqual(waiting)
})

test('a flood from one network is told to wait, with the time, and holds up nobody else', async () => {
  for (let n = 0; n < 60; n++) await begin()
  const { status, headers, body } = await send('/users/create_otp_token')
  expect([status, body.code]).toEqual([429, 'rate_limited'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  address = visitor().caller.origin.address ?? ''
  expect((await begin()).otp).toMatch(/^gth_lgn_/)
}, 60_000)
