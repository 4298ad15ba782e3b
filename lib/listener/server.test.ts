import { once } from 'node:events'
import { type IncomingMessage, type RequestOptions, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeLog } from './log.js'
import { createListener } from './server.js'
import { closeServer } from './stop.js'

type Seen = { url?: string; headers: IncomingMessage['headers']; body: string }
let seen: Seen
let lines: Record<string, unknown>[]
const before = globalThis.__gatehouse
let server: ReturnType<typeof createListener>
const state: { phase: 'starting' | 'ready' | 'stopping' } = { phase: 'ready' }

async function next(req: IncomingMessage, res: ServerResponse) {
  seen = { url: req.url, headers: { ...req.headers }, body: '' }
  for await (const chunk of req) seen.body += chunk
  res.end('a page')
}

async function open(env: { PUBLIC_URL?: string; TRUSTED_PROXIES?: string[] } = {}) {
  const log = makeLog({ level: 'info', write: (line) => lines.push(JSON.parse(line)) })
  const full = { PUBLIC_URL: 'https://gate.example', TRUSTED_PROXIES: [], ...env }
  server = createListener({ env: full, log, next, state })
  await once(server.listen(0, '127.0.0.1'), 'listening')
}

async function ask(path: string, options: RequestOptions = {}, body?: string | string[]) {
  const { port } = server.address() as AddressInfo
  const req = request({ port, host: '127.0.0.1', path, agent: false, ...options })
  req.on('error', () => {})
  const answered = once(req, 'response') as Promise<[IncomingMessage]>
  for (const part of Array.isArray(body) ? body : []) req.write(part)
  req.end(Array.isArray(body) ? undefined : body)
  const [res] = await answered
  return { status: res.statusCode, headers: res.headers, text: await text(res) }
}

beforeEach(async () => {
  lines = []
  state.phase = 'ready'
  globalThis.__gatehouse = {
    api: async (req, peer) =>
      Response.json({
        url: req.url,
        body: await req.text(),
        peer,
        type: req.headers.get('content-type'),
      }),
    ready: async () => ({ ready: true }),
  }
  await open()
})

afterEach(async () => {
  await closeServer(server, 100)
  globalThis.__gatehouse = before
})

async function reopen(env: Parameters<typeof open>[0]) {
  await closeServer(server, 100)
  await open(env)
}

describe('who answers', () => {
  it.each([
    '/api/v2',
    '/api/v2/userinfo/?x=1',
    '/access/v1/evaluation',
    '/.well-known/authzen-configuration',
    '/.well-known/oauth-authorization-server',
    '/oauth2/token',
    '//api/v2/userinfo',
    '/scim/v2/Users',
    '/access/v1/evaluation',
    '/ext/v0/x',
    '/api/gatehouse/v1/x',
  ])('the API: %s', async (path) => {
    const { text } = await ask(path)
    expect(JSON.parse(text).url).toBe(
      `http://127.0.0.1${path.replace('//', '/')}`.replace(
        '127.0.0.1',
        `127.0.0.1:${(server.address() as AddressInfo).port}`,
      ),
    )
  })

  it.each(['/', '/api/v22', '/api/console/x', '/users?search=api/v2', '/api/auth/session'])(
    'Next: %s',
    async (path) => {
      expect((await ask(path)).text).toBe('a page')
      expect(seen.url).toBe(path)
    },
  )

  it('nobody, at a host that is not ours', async () => {
    for (const path of ['/', '/api/v2/userinfo', '/api/health']) {
      const answer = await ask(path, { headers: { host: 'evil.example' } })
      expect(answer).toMatchObject({
        status: 421,
        text: 'Gatehouse does not answer at this address. Use https://gate.example\n',
      })
    }
    expect((await ask('/', { headers: { host: 'gate.example' } })).status).toBe(200)
  })

  it('nobody, while starting', async () => {
    state.phase = 'starting'
    expect(await ask('/')).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
    expect((await ask('/api/v2/userinfo')).status).toBe(503)
    expect((await ask('/api/health')).status).toBe(200)
    expect(await ask('/api/ready')).toMatchObject({
      status: 503,
      text: '{"status":"unavailable","reason":"starting"}',
    })
  })
})

describe('ready', () => {
  it.each([
    ['database', { ready: async () => Promise.reject(new Error('gone')) }],
    ['migrations', { ready: async () => ({ ready: false as const, reason: 'migrations' }) }],
    ['api', { api: undefined }],
  ])('says %s', async (reason, change) => {
    expect((await ask('/api/ready')).status).toBe(200)
    Object.assign(globalThis.__gatehouse ?? {}, change)
    expect(await ask('/api/ready')).toMatchObject({
      status: 503,
      text: `{"status":"unavailable","reason":"${reason}"}`,
    })
  })
})

describe('what a request carries on', () => {
  const claims = {
    'x-client-address': '6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-nonce': 'mine',
    'x-middleware-subrequest': 'middleware',
    'x-request-id': 'chosen-by-me',
    'content-security-policy': "script-src 'nonce-mine'",
  }

  it('is what the listener knows, not what a client says', async () => {
    const { headers } = await ask('/', { headers: claims })
    const host = seen.headers.host
    expect(seen.headers).toMatchObject({
      'x-client-address': '127.0.0.1',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
    })
    expect(seen.headers['x-nonce']).not.toBe('mine')
    expect(seen.headers).not.toHaveProperty('x-middleware-subrequest')
    expect(headers['x-request-id']).toMatch(/^req_[0-9a-f]{24}$/)
    expect(seen.headers['x-request-id']).toBe(headers['x-request-id'])
  })

  it('is what a trusted proxy says', async () => {
    await reopen({ TRUSTED_PROXIES: ['127.0.0.0/8'] })
    const forwarded = {
      'x-forwarded-for': '1.1.1.1, 198.51.100.7',
      'x-forwarded-host': 'gate.example',
      'x-request-id': 'abcd-1234-efgh',
    }
    const { text, headers } = await ask('/api/v2/userinfo', { headers: forwarded })
    expect(JSON.parse(text)).toMatchObject({
      url: 'https://gate.example/api/v2/userinfo',
      peer: { address: '198.51.100.7', requestId: 'abcd-1234-efgh' },
    })
    expect(headers['x-request-id']).toBe('abcd-1234-efgh')
    expect((await ask('/', { headers: { 'x-forwarded-host': 'evil.example' } })).status).toBe(421)
  })

  it('gives the word of a client for its decision back, and keeps its own for the log', async () => {
    const named = { headers: { 'x-request-id': 'bfe9eb29-ab87-4ca3' } }
    const { headers } = await ask('/access/v1/evaluation', named)
    expect(headers['x-request-id']).toBe('bfe9eb29-ab87-4ca3')
    expect((await ask('/access/v1/evaluation')).headers['x-request-id']).toMatch(/^req_/)
    const hostile = { headers: { 'x-request-id': 'a b'.repeat(99) } }
    const other = await ask('/access/v1/evaluation', hostile)
    expect(other.headers['x-request-id']).toMatch(/^req_/)
    expect((await ask('/api/v2/userinfo', named)).headers['x-request-id']).toMatch(/^req_/)
    expect(lines.map(({ request_id }) => request_id)).not.toContain('bfe9eb29-ab87-4ca3')
  })
})

describe('bodies', () => {
  it('reach the API, and an empty one is none', async () => {
    const json = { method: 'POST', headers: { 'content-type': 'application/json' } }
    expect(JSON.parse((await ask('/api/v2/x', json, '{"a":1}')).text).body).toBe('{"a":1}')
    expect(JSON.parse((await ask('/api/v2/x', json)).text)).toMatchObject({
      body: '',
      type: 'application/json',
    })
    const get = {
      method: 'GET',
      headers: { 'content-type': 'application/json', 'content-length': '2' },
    }
    expect((await ask('/api/v2/x', get, '{}')).status).toBe(200)
  })

  it.each(['/api/v2/x', '/users'])(
    'over the limit are refused before they are read: %s',
    async (path) => {
      const answer = await ask(
        path,
        { method: 'POST', headers: { 'content-length': '1000001' } },
        'x',
      )
      expect(answer).toMatchObject({
        status: 413,
        headers: { 'content-type': 'application/problem+json', connection: 'close' },
      })
      expect(JSON.parse(answer.text)).toMatchObject({
        status: 413,
        error: { detail: 'A request may carry 1000000 bytes at most.' },
      })
    },
  )

  it('are told to a server action in the one type that Next hands on', async () => {
    const headers = { 'content-length': '1000001', 'next-action': '0'.repeat(42) }
    const answer = await ask('/users', { method: 'POST', headers }, 'x')
    expect(answer).toMatchObject({ status: 413, headers: { 'content-type': 'text/plain' } })
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'payload_too_large' })
  })

  it.each(['/api/v2/x', '/users'])('of unknown length are cut at the limit: %s', async (path) => {
    const headers = {
      'transfer-encoding': 'chunked',
      origin: 'https://gate.example',
      'next-action': '0'.repeat(42),
    }
    const chunked = { method: 'POST', headers }
    expect((await ask(path, chunked, ['x'.repeat(500_000), 'y'.repeat(500_001)])).status).toBe(413)
    expect((await ask(path, chunked, ['x'.repeat(500_000), 'y'.repeat(500_000)])).status).toBe(200)
  })
})

describe('answers', () => {
  it('of pages carry the policy, a nonce of their own and no-store', async () => {
    const { headers } = await ask('/users')
    const policy = String(headers['content-security-policy'])
    const nonce = /script-src 'self' 'nonce-([\w+/=]{24})' 'strict-dynamic'/.exec(policy)?.[1]
    expect(nonce).toBeDefined()
    expect(seen.headers).toMatchObject({ 'x-nonce': nonce, 'content-security-policy': policy })
    for (const part of [
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(part)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000',
    })
    expect((await ask('/users')).headers['content-security-policy']).not.toBe(policy)
    expect((await ask('/register?invitation=abc')).headers['referrer-policy']).toBe('no-referrer')
    expect((await ask('/_next/static/a.js')).headers).not.toHaveProperty('cache-control')
  })

  it('promise https only where there is https', async () => {
    await reopen({ PUBLIC_URL: 'http://gate.example' })
    expect((await ask('/')).headers).not.toHaveProperty('strict-transport-security')
  })

  it('of the API keep status, cookies and stream', async () => {
    Object.assign(globalThis.__gatehouse ?? {}, {
      api: async () =>
        new Response('x'.repeat(3_000_000), {
          status: 207,
          headers: [
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
            ['content-type', 'text/csv'],
          ],
        }),
    })
    const answer = await ask('/api/v2/x')
    expect(answer).toMatchObject({
      status: 207,
      headers: { 'set-cookie': ['a=1', 'b=2'], 'cache-control': 'no-store' },
    })
    expect(answer.text).toHaveLength(3_000_000)
    expect((await ask('/api/v2/x', { method: 'HEAD' })).text).toBe('')
  })

  it('of the API keep headers of their own: how long a file lasts, what a page may load', async () => {
    const own = { 'cache-control': 'public, max-age=31536000, immutable', etag: '"1"' }
    Object.assign(globalThis.__gatehouse ?? {}, {
      api: async () =>
        new Response('x', { headers: { ...own, 'content-security-policy': 'none' } }),
    })
    const { headers } = await ask('/api/v2/docs/')
    expect(headers).toMatchObject({ ...own, 'content-security-policy': 'none' })
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('to TRACE name what there is', async () => {
    for (const path of ['/api/v2/x', '/api/gatehouse/v1/x']) {
      const { status, headers } = await ask(path, { method: 'TRACE' })
      expect([status, headers.allow], path).toEqual([405, 'GET, POST, PUT, PATCH, DELETE'])
    }
  })

  it('to faults in the code tell the request id and nothing else', async () => {
    Object.assign(globalThis.__gatehouse ?? {}, {
      api: async () => Promise.reject(new Error('the table is on fire')),
    })
    const answer = await ask('/api/v2/x')
    expect(answer.status).toBe(500)
    expect(answer.text).toContain(answer.headers['x-request-id'])
    expect(answer.text).not.toContain('fire')
    expect(lines.some((line) => JSON.stringify(line).includes('on fire'))).toBe(true)
  })
})

describe('the connection', () => {
  it('that goes away aborts the work', async () => {
    const aborted = new Promise<void>((resolve) => {
      Object.assign(globalThis.__gatehouse ?? {}, {
        api: (req: Request) =>
          new Promise(() => req.signal.addEventListener('abort', () => resolve())),
      })
    })
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write('GET /api/v2/x HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    await aborted
  })

  it('is let finish when the server stops', async () => {
    let finish = (_: Response) => {}
    Object.assign(globalThis.__gatehouse ?? {}, {
      api: () => new Promise<Response>((resolve) => (finish = resolve)),
    })
    const running = ask('/api/v2/x', { agent: undefined, headers: { connection: 'keep-alive' } })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const closed = closeServer(server, 5000)
    await expect(ask('/')).rejects.toThrow()
    finish(Response.json('done'))
    expect((await running).text).toBe('"done"')
    expect(await closed).toBe(true)
  })
})

it('logs one line per request, without the query', async () => {
  await ask('/register?invitation=topsecret')
  await ask('/api/v2/userinfo?token=topsecret')
  await ask('/api/health')
  await closeServer(server, 100)
  const requests = lines.filter((line) => line.msg === 'request')
  expect(requests).toHaveLength(2)
  expect(requests[0]).toMatchObject({
    method: 'GET',
    path: '/register',
    status: 200,
    address: '127.0.0.1',
    request_id: expect.stringMatching(/^req_/),
    ms: expect.any(Number),
    bytes: expect.any(Number),
  })
  expect(JSON.stringify(lines)).not.toContain('topsecret')
})
