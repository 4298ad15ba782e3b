import { beforeAll, expect, test } from 'vitest'
import { mintApiKey } from '@/lib/domain/api-key'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { inSystem } from '@/lib/platform/db/doors'
import { apis } from '@/lib/transport/api/apis'
import { answerApi } from '@/lib/transport/api/endpoint'
import {
  as,
  makeKey,
  makeMember,
  makeOrganization,
  type TestMember,
  type TestOrganization,
} from '../people'
import { idsOf, rowsOf } from './rows'

// But for those that whoever has no key yet asks (lib/testing/attacks/logins.test.ts).
const routes = apis.flatMap(({ prefix, groups }) =>
  groups.flatMap((group) =>
    group.routes
      .filter(({ open }) => !open)
      .map((route) => [`${route.method} ${prefix}${route.path}`, route] as const),
  ),
)

let organization: TestOrganization
let ids: Awaited<ReturnType<typeof idsOf>>
let bad: Record<string, string | null>
let good: string

beforeAll(async () => {
  organization = await makeOrganization()
  ids = await idsOf(organization)
  const { id, owner } = organization
  const gone = await makeMember(id)
  const past = new Date(Date.now() - 1_000)
  const altered = async (member: TestMember, data: object) => {
    const { key, id: keyId } = await makeKey(member)
    await inSystem((db) => db.apiKey.updateMany({ where: { id: keyId }, data }))
    return key
  }
  good = (await makeKey(owner)).key
  bad = {
    none: null,
    'no key': 'hello',
    'never made': mintApiKey('pat').key,
    'another secret': await altered(owner, { secretHash: '0'.repeat(64) }),
    revoked: await altered(owner, { revokedAt: past }),
    expired: await altered(owner, { expiresAt: past }),
    'of somebody who is gone': (await makeKey(gone)).key,
    'with a letter more': `${good}x`,
    'a session': owner.caller.sessionId,
  }
  await as(owner).run(removeMember, { memberId: gone.id })
})

const bodies = [
  {
    email: 'new@b.example',
    name: 'Nobody',
    base_role: 'owner',
    additional_roles: [],
    permission_level: 'owner',
  },
  [{ email: 'new@b.example', name: 'New', password: 'velvet harbour quiet ladder' }],
  { nothing: true },
  '{',
]

test.each(routes)(
  '%s is closed to every key that does not count, and says nothing else',
  async (path, route) => {
    const [method = '', address = ''] = path.split(' ')
    const before = await rowsOf(organization.id)
    const ask = async (key: string | null, query: string, body: unknown, id: string) => {
      const request = new Request(
        `http://localhost:3000${address.replace(/\{\w+\}/g, id)}${query}`,
        {
          method,
          headers: { 'idempotency-key': 'once', ...(key && { authorization: `Bearer ${key}` }) },
          body: method === 'GET' ? null : typeof body === 'string' ? body : JSON.stringify(body),
        },
      )
      const answer = await answerApi(request, { address: '203.0.113.9', requestId: 'req_test' })
      const { instance: _, ...rest } = JSON.parse((await answer.text()) || '{}')
      return JSON.stringify([answer.status, rest])
    }
    const answers = new Map<string, string>()
    // Each key with each id and each body; with a query every other time.
    let turn = 0
    for (const [kind, key] of Object.entries(bad)) {
      for (const id of route.params ? [ids.ide, ids.orginv, ids.key, 'ide_unknown'] : ['none']) {
        for (const body of method === 'GET' ? [null] : bodies) {
          const query = turn++ % 2 === 0 ? '' : '?count=x&paging_token=%00'
          answers.set(await ask(key, query, body, id), kind)
        }
      }
      turn++ // other pairs with the next key
    }
    expect([...answers.keys()]).toEqual([expect.stringMatching(/^\[401,/)])
    expect(await rowsOf(organization.id)).toEqual(before)
    expect(await ask(good, '', bodies[2], 'ide_unknown')).not.toMatch(/^\[401,/)
  },
)
