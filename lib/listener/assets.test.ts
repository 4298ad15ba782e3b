import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFiles } from './assets.js'

const home = mkdtempSync(join(tmpdir(), 'gatehouse-assets-'))
const folder = join(home, 'static')
const text = 'export const a = 1\n'.repeat(400)
const server = createServer(async (req, res) => {
  if (!(await answer(req, res, req.url ?? ''))) res.writeHead(404).end('Next')
})
const answer = builtFiles(folder)
let url = ''

beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'), { recursive: true })
  writeFileSync(join(folder, 'chunks/0a_~b-9.js'), text)
  writeFileSync(join(folder, 'chunks/font.woff2'), text)
  writeFileSync(join(home, 'secret.js'), text)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static`
})
afterAll(() => {
  server.close()
  rmSync(home, { recursive: true })
})

const ask = (path: string, init?: RequestInit) => fetch(url + path, init)

test('a script comes compressed, kept for ever, and the same again', async () => {
  for (const _ of [1, 2]) {
    const found = await ask('/chunks/0a_~b-9.js')
    expect(await found.text()).toBe(text)
    expect(Object.fromEntries(found.headers)).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'application/javascript; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect(Number(found.headers.get('content-length'))).toBeLessThan(text.length / 4)
  }
  const head = await ask('/chunks/0a_~b-9.js', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test.each([
  ['what is no script', '/chunks/font.woff2', {}],
  ['a file that is not there', '/chunks/none.js', {}],
  ['a part of one', '/chunks/0a_~b-9.js', { headers: { range: 'bytes=0-3' } }],
  ['a client that takes no gzip', '/chunks/0a_~b-9.js', { headers: { 'accept-encoding': 'br' } }],
  ['or refuses it', '/chunks/0a_~b-9.js', { headers: { 'accept-encoding': 'gzip;q=0, br' } }],
  ['another method', '/chunks/0a_~b-9.js', { method: 'POST' }],
  ['a way out', '/chunks/..%2f..%2fsecret.js', {}],
  ['another way out', '/%2e%2e%2fsecret.js', {}],
])('%s is left to Next', async (_, path, init) => {
  expect((await ask(path, init)).status).toBe(404)
})
