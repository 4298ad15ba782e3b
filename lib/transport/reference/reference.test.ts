import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { apis } from '../api/apis'
import { answerApi } from '../api/endpoint'

const peer = { address: '203.0.113.9', requestId: 'req_test' }
const ask = (path: string, init: RequestInit = {}) =>
  answerApi(new Request(`http://localhost:3000${path}`, init), peer)

const page = async () => (await ask('/api/v2/docs')).text()
const assetsOf = (html: string) =>
  [...html.matchAll(/(?:src|href)="(\/api\/v2\/docs\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '')

test('the page needs no key, answers both slash forms, and may load nothing from elsewhere', async () => {
  for (const path of ['/api/v2/docs', '/api/v2/docs/', '//api//v2/docs']) {
    const answer = await ask(path)
    expect(answer.status, path).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'; script-src 'self';`)
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    const html = await answer.text()
    expect(html).toContain('<title>Gatehouse API</title>')
    expect(html).not.toMatch(/(?:src|href)="(?!\/)/)
    expect(html).not.toMatch(/<script>|\son\w+=/)
  }
})

test('every document is offered, also to those without JavaScript', async () => {
  const html = await page()
  for (const url of apis.map(({ prefix }) => `${prefix}/openapi.json`)) {
    expect(html).toContain(`href="${url}"`)
    expect(html).toContain(`&quot;url&quot;:&quot;${url}&quot;`)
    expect((await ask(url)).status, url).toBe(200)
  }
})

test('each file is kept for good at the address that the page gives, and compressed for who takes it', async () => {
  const urls = assetsOf(await page())
  expect(urls).toHaveLength(4)
  for (const url of urls) {
    const plain = await ask(url)
    expect(plain.headers.get('cache-control'), url).toContain('immutable')
    expect(plain.headers.get('content-encoding')).toBeNull()
    const text = Buffer.from(await plain.arrayBuffer())
    expect(plain.headers.get('content-length')).toBe(String(text.length))
    const zipped = await ask(url, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await zipped.arrayBuffer()).equals(text)).toBe(true)
    const refused = await ask(url, { headers: { 'accept-encoding': 'gzip;q=0, identity' } })
    expect(refused.headers.get('content-encoding')).toBeNull()
    const etag = plain.headers.get('etag') ?? ''
    const known = await ask(url, { headers: { 'if-none-match': etag } })
    expect([known.status, await known.text()]).toEqual([304, ''])
  }
})

test('at another address a file is asked for again', async () => {
  for (const path of ['scalar.js', 'scalar.js?v=old', 'sans.woff2', 'mono.woff2']) {
    const answer = await ask(`/api/v2/docs/assets/${path}`)
    expect([answer.status, answer.headers.get('cache-control')], path).toEqual([200, 'no-cache'])
  }
})

test('there is no other file, however it is asked for', async () => {
  const names = [
    '',
    'package.json',
    '../../../../package.json',
    '..%2f..%2fpackage.json',
    'toString',
    '__proto__',
    'scalar.js/x',
  ]
  for (const name of names) {
    const answer = await ask(`/api/v2/docs/assets/${name}`)
    expect(answer.status, name).toBe(404)
    expect(answer.headers.get('content-type'), name).toBe('application/problem+json')
  }
  expect((await ask('/api/v2/docs/other')).status).toBe(404)
  expect((await ask('/api/gatehouse/v1/docs')).status).toBe(404)
})

test('it is read only', async () => {
  for (const method of ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    for (const path of ['/api/v2/docs', '/api/v2/docs/assets/start.js']) {
      const { status, headers } = await ask(path, { method })
      expect([status, headers.get('allow')], `${method} ${path}`).toEqual([405, 'GET'])
    }
  }
})
