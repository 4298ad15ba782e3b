import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { sendInvitations } from '@/lib/modules/invitations/commands/send-invitations'
import { env } from '@/lib/platform/env'
import { answerApi } from '@/lib/transport/api/endpoint'
import { apiGatehouse, apiV2, extV0 } from '@/lib/transport/routes/table'
import { as, makeKey, makeOrganization } from '../people'
import { filesIn } from './pages'

// The listener answers 421 to other hosts (lib/listener/guard.test.ts). Should one come through all the same, a proxy's
// mistake, nothing that leaves the program is made of it.

beforeAll(() => makeOrganization()) // the first of a process opens the database

test('no part of the program but the listener reads which host was asked', () => {
  const reads =
    /forwarded-host|headers\.host\b|\.get\(\s*['"]host['"]\s*\)|nextUrl|headers\(\)\)\.get\(['"]host/i
  const files = ['app', 'components', 'lib'].flatMap((folder) => filesIn(folder, /\.(ts|tsx|js)$/))
  const own = files.filter((file) => !/\.test\.ts$|\/generated\/|lib\/testing\//.test(file))
  const found = own.filter((file) => reads.test(readFileSync(file, 'utf8')))
  expect(found).toEqual(['lib/listener/headers.js', 'lib/listener/intake.js'])
})

test('a link that an owner passes on leads to the address of the installation', async () => {
  const { owner } = await makeOrganization()
  const addresses = ['lena@partner.example']
  const { results } = await as(owner).run(sendInvitations, { addresses, delivery: 'link' })
  expect(results[0]?.link).toMatch(new RegExp(`^${new URL(env.PUBLIC_URL).origin}/`))
})

test('no answer of the API repeats the host it was asked under', async () => {
  const { owner, collaborator } = await makeOrganization()
  const { key } = await makeKey(owner)
  const lists = [
    ['/api/v2', apiV2],
    ['/api/gatehouse/v1', apiGatehouse],
    ['/ext/v0', extV0],
  ] as const
  let answered = 0
  for (const [prefix, groups] of lists) {
    for (const { method, path } of groups.flatMap(({ routes }) => routes)) {
      if (method !== 'GET') continue
      const url = `http://evil.example${prefix}${path.replace(/\{\w+\}/g, collaborator.id)}?count=1`
      const headers = {
        authorization: `Bearer ${key}`,
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
      }
      const from = { address: '203.0.113.9', requestId: 'req_test' }
      const response = await answerApi(new Request(url, { headers }), from)
      const text = `${JSON.stringify([...response.headers])}${await response.text()}`
      expect(text, path).not.toContain('evil.example')
      if (response.status === 200) answered += 1
    }
  }
  expect(answered).toBeGreaterThan(5)
})
