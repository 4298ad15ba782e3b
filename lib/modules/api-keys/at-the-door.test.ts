import { describe, expect, test } from 'vitest'
import { mintApiKey } from '@/lib/domain/api-key'
import { base62 } from '@/lib/domain/random'
import { flushActivity } from '@/lib/platform/activity/activity'
import { inSystem } from '@/lib/platform/db/doors'
import { sweepOnce } from '@/lib/platform/sweeper'
import { as, eventsOf, makeKey, makeOrganization } from '@/lib/testing/people'
import { makeAccount, makeAccountKey } from '@/lib/testing/service-accounts'
import { trafficOf, watchTraffic } from '@/lib/testing/traffic'
import { answerApi } from '@/lib/transport/api/endpoint'
import { listOwnApiKeys } from './queries/list-own-api-keys'
import { readApiKey } from './queries/read-api-key'

const ask = async (key: string, address = '203.0.113.9', path = '/userinfo/') => {
  const request = new Request(`http://localhost:3000/api/v2${path}`, {
    headers: { authorization: `Bearer ${key}`, 'user-agent': `robot/1 ${'x'.repeat(300)}` },
  })
  const answer = await answerApi(request, { address, requestId: 'req_test' })
  const { instance: _, ...body } = await answer.json()
  return { status: answer.status, body }
}

describe('what is refused', () => {
  test('every key with one character changed, by its checksum, without a query', async () => {
    watchTraffic()
    const { key } = mintApiKey('sa')
    const traffic = await trafficOf(async () => {
      for (let at = 0; at < key.length; at++) {
        const other = base62[(base62.indexOf(key[at] as string) + 1) % 62] as string
        const changed = key.slice(0, at) + other + key.slice(at + 1)
        expect([at, (await ask(changed)).status]).toEqual([at, 401])
      }
    })
    expect(traffic.statements).toBe(0)
  })

  test('malformed, unknown, expired, revoked, disabled and with another secret: one answer', async () => {
    const { owner } = await makeOrganization()
    const past = new Date(Date.now() - 1_000)
    const altered = async (data: object) => {
      const { key, id: keyId } = await makeKey(owner)
      await inSystem((db) => db.apiKey.updateMany({ where: { id: keyId }, data }))
      return key
    }
    const disabled = await makeAccount(owner)
    const { key: ofDisabled } = await makeAccountKey(disabled)
    await inSystem((db) =>
      db.membership.updateMany({ where: { id: disabled.id }, data: { suspendedAt: past } }),
    )
    const keys = [
      'hello',
      mintApiKey('pat').key,
      await altered({ expiresAt: past }),
      await altered({ revokedAt: past }),
      await altered({ secretHash: '0'.repeat(64) }),
      ofDisabled,
    ]
    const answers = await Promise.all(keys.map((key) => ask(key)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe(401)
  })
})

describe('from where keys are let in', () => {
  test('a key from elsewhere is told so, and it is written down once a minute', async () => {
    const { id, owner } = await makeOrganization()
    const { key } = await makeKey(owner)
    const keyRanges = ['203.0.113.0/24', '2001:db8::/32']
    await inSystem((db) =>
      db.organizationPolicy.create({ data: { organizationId: id, keyRanges } }),
    )
    for (const address of ['203.0.113.9', '::ffff:203.0.113.9', '2001:db8::7']) {
      expect([address, (await ask(key, address)).status]).toEqual([address, 200])
    }
    for (const address of ['198.51.100.7', '::ffff:198.51.100.7', '2001:db9::7']) {
      const { status, body } = await ask(key, address)
      expect([status, body.code]).toEqual([403, 'forbidden'])
      expect(body.detail).toContain(address)
    }
    expect((await ask(key, '198.51.100.7', '/organization_collaborators/?count=x')).status).toBe(
      403,
    )
    expect((await ask(mintApiKey('pat').key, '198.51.100.7')).status).toBe(401)
    const denials = (await eventsOf(id)).filter(({ event }) => event === 'access.denied')
    expect(new Set(denials.map(({ foldKey }) => foldKey)).size).toBe(denials.length)
    expect(denials.length).toBeLessThan(3)
    expect(denials[0]).toMatchObject({ actorId: owner.id, address: '198.51.100.7' })
  })
})

describe('how a key is used', () => {
  test('from where, with what, and how often a day, by what was called', async () => {
    const { owner } = await makeOrganization()
    const { key, id: keyId } = await makeKey(owner)
    for (let turn = 0; turn < 3; turn++) await ask(key)
    await ask(key, '203.0.113.77', '/clouds/')
    await ask(key, '203.0.113.77', '/clouds/cld_unknown')
    await flushActivity()
    const read = await as(owner).run(readApiKey, { keyId })
    expect(read.lastUsedAddress).toBe('203.0.113.77')
    expect(read.lastUsedClient).toBe(`robot/1 ${'x'.repeat(300)}`.slice(0, 200))
    expect(read.calls).toEqual([
      { useCase: 'organization.current', requests: 3 },
      { useCase: 'cloud.list', requests: 1 },
    ])
    expect(read.days).toHaveLength(30)
    expect(read.days.at(-1)?.requests).toBe(4)
    await ask(key)
    await flushActivity()
    expect((await as(owner).run(readApiKey, { keyId })).days.at(-1)?.requests).toBe(5)
  })

  test('is forgotten after 30 days, and read by nobody but its holder and owners', async () => {
    const { owner, collaborator, secondOwner, stranger } = await makeOrganization()
    const { key, id: keyId } = await makeKey(owner)
    await ask(key)
    await flushActivity()
    const later = new Date(Date.now() + 32 * 86_400_000)
    for (const who of [collaborator, stranger]) {
      await expect(as(who).run(readApiKey, { keyId })).toBeProblem('not_found')
    }
    expect((await as(secondOwner).run(readApiKey, { keyId })).days.at(-1)?.requests).toBe(1)
    await sweepOnce(later)
    expect((await as(secondOwner).run(readApiKey, { keyId })).calls).toEqual([])
    expect((await as(owner).run(listOwnApiKeys, {})).rows[0]?.lastUsedAt).not.toBeNull()
  })
})
