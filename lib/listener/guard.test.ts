import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLog } from './log.js'
import { createListener } from './server.js'
import { closeServer } from './stop.js'

// What no client library sends, so by hand.

const host = 'gate.example'
const own = `https://${host}`
const action = '7f'.repeat(21)
const lines: string[] = []
const before = globalThis.__gatehouse
let server: Server
let reached: string[] = []
let headers: Record<string, unknown> = {}

beforeAll(async () => {
  globalThis.__gatehouse = {
    api: async (request) => {
      reached.push(`api ${new URL(request.url).pathname}`)
      return Response.json({})
    },
    ready: async () => ({ ready: true }),
  }
  server = createListener({
    env: { PUBLIC_URL: own, TRUSTED_PROXIES: [] },
    log: makeLog({ level: 'info', write: (line) => lines.push(line) }),
    state: { phase: 'ready' },
    next: async (req, res) => {
      reached.push(`next ${req.url}`)
      headers = { ...req.headers }
      res.end('a page')
    },
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
})

afterAll(async () => {
  await closeServer(server, 100)
  globalThis.__gatehouse = before
})

/** Sends exactly this, and gives back the status line's number and everything that was answered. */
async function send(first: string, fields: string[] = [], body = '', name = `Host: ${host}`) {
  reached = []
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk
  })
  const head = [`${first} HTTP/1.1`, name, 'Connection: close', ...fields].filter(Boolean)
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, 'latin1')
  await once(socket, 'close')
  return { status: Number(text.slice(9, 12)), text, reached }
}

describe('hosts', () => {
  it.each([
    ['another', 'Host: evil.example', 421],
    ['one that begins like it', `Host: ${host}.evil.example`, 421],
    ['one with a dot behind', `Host: ${host}.`, 421],
    ['one behind a name', `Host: me@${host}`, 421],
    ['a port that is none', `Host: ${host}:99999`, 421],
    ['none', 'Host:', 421],
    ['no line at all', '', 400],
    ['two', `Host: ${host}\r\nHost: evil.example`, 400],
    ['two alike', `Host: ${host}\r\nhost: ${host}`, 400],
    ['another one, forwarded', 'Host: evil.example\r\nX-Forwarded-Host: gate.example', 421],
    ['ours in capitals', 'Host: GATE.example', 200],
    ['ours with a port', `Host: ${host}:8443`, 200],
  ])('%s', async (_, name, status) => {
    for (const path of ['/sign-in', '/api/v2/userinfo/']) {
      const answer = await send(`GET ${path}`, [], '', name)
      expect(answer.status, path).toBe(status)
      expect(answer.reached.length, path).toBe(status === 200 ? 1 : 0)
    }
  })
})

describe('addresses', () => {
  it.each([
    `http://${host}/sign-in`,
    'http://evil.example/sign-in',
    '/users/%',
    '/users/%E0%A4%A',
    '/x/../api/v2/userinfo',
    '/%2e%2e/api/v2/userinfo',
    '/sign-in/.%2E/users',
    '/users/.',
    '/\\evil.example',
    '*',
  ])('%s reads differently elsewhere', async (path) => {
    expect(await send(`GET ${path}`)).toMatchObject({ status: 400, reached: [] })
  })

  it.each(['/users?search=%', '/users?to=/../x', '/.well-known/x', '/users/..x', '/users/a.b'])(
    '%s does not',
    async (path) => expect((await send(`GET ${path}`)).reached).toEqual([`next ${path}`]),
  )
})

describe('bodies', () => {
  it.each([
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6']],
    ['a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['chunks of another kind', ['Transfer-Encoding: xchunked']],
    ['a space before the colon', ['Transfer-Encoding : chunked']],
    ['a negative length', ['Content-Length: -1']],
    ['a folded line', ['Content-Length: 5', 'X: a\r\n b']],
  ])('%s are read by nobody', async (_, fields) => {
    const smuggled = '0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: gate.example\r\n\r\n'
    const answer = await send('POST /api/v2/userinfo/', fields, smuggled)
    expect(answer).toMatchObject({ status: 400, reached: [] })
    expect(answer.text.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })

  it('too long, and asked about first, is told no at once', async () => {
    const fields = ['Expect: 100-continue', 'Content-Length: 1000001', `Origin: ${own}`]
    const answer = await send('POST /api/v2/userinfo/', fields)
    expect(answer).toMatchObject({ status: 413, reached: [] })
    expect(answer.text).not.toContain('100 Continue')
    const short = ['Expect: 100-continue', 'Content-Length: 2', `Origin: ${own}`]
    expect((await send('POST /api/v2/userinfo/', short, '{}')).text).toContain('100 Continue')
  })
})

describe('writes from elsewhere', () => {
  const elsewhere = [
    'Origin: https://evil.example',
    'Origin: null',
    'Origin: http://gate.example',
    'Origin: https://gate.example:8443',
    'Origin: https://a.gate.example',
    'Origin: https://gate.example.evil.example',
    'Origin: https://gate.example@evil.example',
    'Origin: https://gate.example/',
    'Origin: https://gate.example, https://gate.example',
    'Origin: https://evil.example\r\nX-Forwarded-Host: evil.example',
    `Origin: ${own}\r\nSec-Fetch-Site: cross-site`,
    `Origin: ${own}\r\nSec-Fetch-Site: same-site`,
  ]
  const writes = [
    'POST /api-keys',
    'POST /api/console/member.list',
    'POST /api/console/download/members',
    'POST /api/auth/signout',
    'POST /api/v2/organization_invitations/',
    'DELETE /api/v2/organization_collaborators/ide_x',
    'PATCH /api/gatehouse/v1/organization',
  ]
  it.each(writes)('%s', async (first) => {
    const fields = [`Next-Action: ${action}`, 'Content-Length: 2', 'Cookie: cli_token=x']
    for (const from of elsewhere) {
      const answer = await send(first, [...fields, from], '{}')
      expect(answer, from).toMatchObject({ status: 403, reached: [] })
    }
    const here = await send(
      first,
      [...fields, `Origin: ${own}`, 'Sec-Fetch-Site: same-origin'],
      '{}',
    )
    expect(here).toMatchObject({ status: 200, reached: [expect.any(String)] })
  })

  it('without an origin are those of programs, and programs have the API', async () => {
    for (const first of writes) {
      const { status } = await send(first, [`Next-Action: ${action}`, 'Content-Length: 2'], '{}')
      expect(status, first).toBe(/\/(v2|gatehouse)\//.test(first) ? 200 : 403)
    }
  })

  it('and reads: not for a page of another site, but a link leads here', async () => {
    const read = 'GET /api/console/member.list'
    expect((await send(read, ['Origin: https://evil.example'])).status).toBe(403)
    expect((await send('GET /users', ['Sec-Fetch-Site: cross-site'])).status).toBe(200)
  })
})

describe('methods', () => {
  it.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PURGE', 'PROPFIND', 'QUERY', 'POST'])(
    '%s reaches no page',
    async (method) => {
      const answer = await send(`${method} /users`, [`Origin: ${own}`, 'Content-Length: 0'])
      expect(answer).toMatchObject({ status: 405, reached: [] })
      expect(answer.text).toContain('allow: GET, HEAD\r\n')
    },
  )

  it('HEAD makes no download, and nothing but GET asks how it goes', async () => {
    const head = await send('HEAD /api/console/download/members')
    expect(head).toMatchObject({ status: 405, reached: [] })
    expect((await send('POST /api/health', [`Origin: ${own}`])).status).toBe(405)
    expect((await send('HEAD /api/health')).status).toBe(200)
  })

  it('a header that names another one changes nothing', async () => {
    const fields = ['X-HTTP-Method-Override: DELETE', 'X-Method-Override: PUT']
    expect((await send('GET /users', fields)).reached).toEqual(['next /users'])
  })

  it.each(['__proto__', 'x', '', '../../x', '7F'.repeat(21)])('%j names no action', async (id) => {
    const fields = [`Next-Action: ${id}`, `Origin: ${own}`, 'Content-Length: 0']
    expect(await send('POST /users', fields)).toMatchObject({ status: 405, reached: [] })
  })
})

it('what Next could not read of its own is left out', async () => {
  const state = async (text: string) => {
    await send('GET /users', [`Next-Router-State-Tree: ${text}`, 'RSC: 1'])
    return headers['next-router-state-tree']
  }
  const deep = `${'["",{"children":'.repeat(99)}["",{}]${'}]'.repeat(99)}`
  for (const text of ['garbage', '%', '1', '[]', '[1,{}]', '["",[]]', deep])
    expect(await state(encodeURIComponent(text)), text).toBeUndefined()
  const tree = encodeURIComponent('["",{"children":["(console)",{"children":["users",{}]}]},null]')
  expect(await state(tree)).toBe(tree)
})

it('answers of every kind are framed by nobody and run nothing', async () => {
  const kinds = ['GET /api/v2/x', 'GET /api/health', 'GET /api/ready', 'GET /users/%', 'PUT /users']
  for (const first of kinds) {
    const { text } = await send(first, [`Origin: ${own}`])
    expect(text, first).toContain(
      "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    )
    expect(text, first).toContain('x-content-type-options: nosniff')
    expect(text, first).toContain('cache-control: no-store')
  }
})

it('logs no line that a request could have written', async () => {
  lines.length = 0
  await send('GET /api/v2/agh_pat_AbCdEfGhIjKl0123456789abcdef/gth_inv_AbCdEfGhIjKl0123456789')
  await send('GET /x%0d%0a{"level":"fatal"}?token=AbCdEfGhIjKl', ['User-Agent: \x9b31m'])
  await new Promise((done) => setTimeout(done, 20))
  expect(lines).toHaveLength(2)
  const text = lines.join('')
  expect(text).not.toContain('AbCdEfGhIjKl')
  expect(text.match(/\n/g)).toHaveLength(2)
})
