import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLog } from '@/lib/listener/log.js'
import { createListener } from '@/lib/listener/server.js'
import { closeServer } from '@/lib/listener/stop.js'
import { apis } from '@/lib/transport/api/apis'
import { consoleQueries } from '@/lib/transport/console-queries'
import { filesIn, pages } from './pages'

// Every write there is, found and not listed: a page takes server actions, an API its routes, next-auth its own.
const routes = apis.flatMap(({ prefix, groups }) =>
  groups.flatMap((group) => group.routes.map((route) => ({ prefix, route }))),
)
const writes = [
  ...pages.map(({ path }) => `POST ${path}`),
  ...['callback/ticket', 'signout'].map((path) => `POST /api/auth/${path}`),
  ...[...consoleQueries.keys()].map((name) => `POST /api/console/${name}`),
  ...['members', 'audit-log'].map((name) => `POST /api/console/download/${name}`),
  ...['token', 'introspect', 'revoke'].map((name) => `POST /oauth2/${name}`),
  ...routes
    .filter(({ route }) => route.method !== 'GET')
    .map(({ prefix, route }) => `${route.method} ${prefix}${route.path.replace(/\{\w+\}/g, 'x')}`),
]
const own = 'https://gate.example'
const before = globalThis.__gatehouse
let server: Server
let reached = 0

beforeAll(async () => {
  const answered = async () => {
    reached += 1
    return Response.json({})
  }
  globalThis.__gatehouse = { api: answered, ready: async () => ({ ready: true }) }
  server = createListener({
    env: { PUBLIC_URL: own, TRUSTED_PROXIES: [] },
    log: makeLog({ level: 'fatal', write: () => {} }),
    state: { phase: 'ready' },
    next: async (_, res) => {
      reached += 1
      res.end('a page')
    },
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(async () => {
  await closeServer(server, 100)
  globalThis.__gatehouse = before
})

/** The status of a write as a browser sends it, with the cookies of whoever is signed in. */
async function send(first: string, from: string[]): Promise<number> {
  reached = 0
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk
  })
  const cookie = 'Cookie: __Host-gatehouse.session=x; cli_token=x'
  const action = `Next-Action: ${'7f'.repeat(21)}`
  const fields = ['Host: gate.example', 'Connection: close', cookie, action, 'Content-Length: 2']
  socket.write(`${first} HTTP/1.1\r\n${[...fields, ...from].join('\r\n')}\r\n\r\n{}`, 'latin1')
  await once(socket, 'close')
  return Number(text.slice(9, 12))
}

describe('a page of another site makes no browser write', () => {
  test.each(writes)('%s', async (first) => {
    for (const from of [
      ['Origin: https://evil.example', 'Sec-Fetch-Site: cross-site'],
      ['Origin: https://evil.gate.example', 'Sec-Fetch-Site: same-site'],
      ['Origin: null'],
      ['Origin: https://evil.example'],
      ['Sec-Fetch-Site: cross-site'],
    ]) {
      expect(await send(first, from), from.join()).toBe(403)
      expect(reached).toBe(0)
    }
    expect(await send(first, [`Origin: ${own}`, 'Sec-Fetch-Site: same-origin'])).toBe(200)
    expect(reached).toBe(1)
  })
})

test('they are all there', () => {
  expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['/users/x', '/sign-in']))
  expect(writes).toContain('POST /api/gatehouse/v1/members/x/suspend')
})

test('a further route handler that takes more than GET is tried here too', () => {
  const handlers = filesIn('app', /\/route\.ts$/)
  const writing = handlers.filter((file) =>
    /export (?:async )?(?:const|function) (?:POST|PUT|PATCH|DELETE)|export \{[^}]*(?:POST|PUT|PATCH|DELETE)/.test(
      readFileSync(file, 'utf8'),
    ),
  )
  expect(writing).toEqual([
    'app/.well-known/authzen-configuration/route.ts',
    'app/.well-known/oauth-authorization-server/route.ts',
    'app/access/v1/[[...path]]/route.ts',
    'app/api/auth/[...nextauth]/route.ts',
    'app/api/console/[query]/route.ts',
    'app/api/console/download/[name]/route.ts',
    'app/api/gatehouse/[[...path]]/route.ts',
    'app/api/v2/[[...path]]/route.ts',
    'app/ext/v0/[[...path]]/route.ts',
    'app/oauth2/[[...path]]/route.ts',
  ])
})

test('nothing is changed by a link: what is read by GET runs queries alone', async () => {
  for (const query of consoleQueries.values()) expect(query.kind, query.name).toBe('query')
  // The open ones begin and collect a login, by GET as the client asks: they look at no cookie, so no browser lends them anything.
  const open = routes.filter(({ route }) => route.open)
  expect(open.map(({ route }) => `${route.method} ${route.operationId}`)).toEqual([
    'GET create_otp_token',
    'GET request_otp_token',
    'POST report_found_keys',
  ])
  const reads = routes.filter(({ route }) => route.method === 'GET' && !route.open)
  for (const { prefix, route } of reads) {
    const kinds: string[] = []
    const run = async (use: { kind: string }) => {
      kinds.push(use.kind)
      throw new Error('seen')
    }
    const call = { params: new Proxy({}, { get: () => 'x' }), query: {}, body: undefined, run }
    await Promise.resolve()
      .then(() => route.handle(call as never))
      .catch(() => {})
    expect(
      kinds.filter((kind) => kind !== 'query'),
      `${prefix}${route.path}`,
    ).toEqual([])
  }
})

test('every server action is one of a page, behind the same door', () => {
  for (const file of filesIn('lib/transport/actions', /\.ts$/))
    expect(readFileSync(file, 'utf8'), file).toMatch(/^'use server'\n/)
})
