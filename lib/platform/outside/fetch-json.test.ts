import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchJson, openLookup } from './fetch-json'
import { isInnerAddress } from './private-address'

let answer: { status: number; headers?: Record<string, string>; body: string }
const server = createServer((_, response) => {
  response.writeHead(answer.status, answer.headers).end(answer.body)
})
let origin = ''
let closed = ''

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  closed = `http://localhost:${port}`
  process.env.PRIVATE_ISSUERS = origin
})
afterAll(() => {
  delete process.env.PRIVATE_ISSUERS
  server.close()
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '2002:7f00:1::',
  '2001:db8::1',
  '64:ff9b::7f00:1',
  'localhost',
  '',
])('%s is not of the open internet', (address) => {
  expect(isInnerAddress(address)).toBe(true)
})
test.each(['8.8.8.8', '140.82.112.3', '172.32.0.1', '2606:50c0:8000::154', '2a00:1450::1'])(
  '%s is',
  (address) => {
    expect(isInnerAddress(address)).toBe(false)
  },
)

test.each([
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://[::ffff:127.0.0.1]/x',
  'https://169.254.169.254/latest',
  'https://0x7f.1/x',
  'https://2130706433/x',
  'https://localhost/x',
])('%s is not asked', async (address) => {
  await expect(fetchJson(address)).rejects.toThrow(/private network|could not be asked/)
})

test('a name that leads inside is no address', async () => {
  const found = await new Promise<Error | null>((done) =>
    openLookup('localhost', {}, (error) => done(error)),
  )
  expect(found?.message).toMatch(/private network/)
})

test('what an operator named is asked, and nothing else without TLS', async () => {
  answer = { status: 200, body: '{"a": 1}' }
  expect(await fetchJson(`${origin}/x`)).toEqual({ a: 1 })
  await expect(fetchJson(`${closed}/x`)).rejects.toThrow(/https/)
  await expect(fetchJson('file:///etc/passwd')).rejects.toThrow(/https/)
})

test('redirects, other statuses, too much, and what is no JSON are not taken', async () => {
  answer = { status: 302, headers: { location: `${origin}/y` }, body: '{}' }
  await expect(fetchJson(`${origin}/x`)).rejects.toThrow(/status 302/)
  answer = { status: 500, body: '{}' }
  await expect(fetchJson(`${origin}/x`)).rejects.toThrow(/status 500/)
  answer = { status: 200, body: `"${'a'.repeat(300_000)}"` }
  await expect(fetchJson(`${origin}/x`)).rejects.toThrow(/too much/)
  answer = { status: 200, body: '<html>' }
  await expect(fetchJson(`${origin}/x`)).rejects.toThrow(/not JSON/)
})
