import { describe, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { as, eventsOf, makeKey, makeOrganization, type TestMember } from '@/lib/testing/people'
import { createApiKey } from './commands/create-api-key'
import { revokeApiKey } from './commands/revoke-api-key'
import { revokeApiKeys } from './commands/revoke-api-keys'
import { listOwnApiKeys } from './queries/list-own-api-keys'

const HOUR = 3_600_000 // ms

/** Keys of these names, the last made last. */
async function keysOf(member: TestMember, names: string[], change = {}) {
  const ids: string[] = []
  for (const [index, name] of names.entries()) {
    const { id } = await makeKey(member)
    const createdAt = new Date(Date.now() - (names.length - index) * HOUR)
    const data = { name, createdAt, ...change }
    await inSystem((db) => db.apiKey.updateMany({ where: { id }, data }))
    ids.push(id)
  }
  return ids
}

describe('api_key.list_own', () => {
  test('live and ended apart, counted, newest first, nobody else’s', async () => {
    const { owner, collaborator } = await makeOrganization()
    await keysOf(owner, ['of another'])
    await keysOf(collaborator, ['first', 'second'])
    await keysOf(collaborator, ['expired'], { expiresAt: new Date(Date.now() - 1) })
    const [revoked] = await keysOf(collaborator, ['revoked'])
    await as(collaborator).run(revokeApiKeys, { keyIds: [revoked as string] })
    const names = async (input: object) => {
      const { rows, counts, owner } = await as(collaborator).run(listOwnApiKeys, input)
      expect([counts, owner]).toEqual([{ live: 2, ended: 2 }, collaborator.userId])
      return rows.map(({ name }) => name)
    }
    expect(await names({ state: 'live' })).toEqual(['second', 'first'])
    expect((await names({ state: 'ended' })).sort()).toEqual(['expired', 'revoked'])
    expect(await names({})).toHaveLength(4)
    expect(await names({ search: 'SÉC' })).toEqual(['second'])
    expect(await names({ search: 'revoked', state: 'live' })).toEqual([])
    expect(await names({ search: ' %_ ' })).toEqual([])
  })

  test('pages lead on and back, with and without a search', async () => {
    const { collaborator } = await makeOrganization()
    await keysOf(collaborator, ['a 1', 'b', 'a 2', 'a 3', 'a 4', 'a 5'])
    for (const [search, shown] of [
      ['a', [['a 5', 'a 4'], ['a 3', 'a 2'], ['a 1']]],
      [
        undefined,
        [
          ['a 5', 'a 4'],
          ['a 3', 'a 2'],
          ['b', 'a 1'],
        ],
      ],
    ] as const) {
      const at = async (after?: string | null) => {
        const input = { search, count: 2, ...(after && { after }) }
        return as(collaborator).run(listOwnApiKeys, input)
      }
      const pages = [await at()]
      while (pages.at(-1)?.next) pages.push(await at(pages.at(-1)?.next))
      expect(pages.map(({ rows }) => rows.map(({ name }) => name))).toEqual(shown)
      expect(pages.map(({ first }) => first)).toEqual([1, 3, 5])
      expect((await at(pages[2]?.previous)).rows.map(({ name }) => name)).toEqual(shown[1])
    }
    await expect(as(collaborator).run(listOwnApiKeys, { after: 'x' })).toBeProblem('invalid_input')
  })
})

test('api_key.revoke: twice at once revokes once', async () => {
  const organization = await makeOrganization()
  const { collaborator } = organization
  const { id: keyId } = await makeKey(collaborator)
  await Promise.all([0, 1].map(() => as(collaborator).run(revokeApiKey, { keyId })))
  await expect(organization).toHaveRecorded('api_key.revoked', 1)
})

describe('api_key.revoke_many', () => {
  test('each has its outcome and its event; twice at once revokes once', async () => {
    const organization = await makeOrganization()
    const { owner, collaborator } = organization
    const [one, two] = (await keysOf(collaborator, ['one', 'two'])) as [string, string]
    const [theirs] = (await keysOf(owner, ['theirs'])) as [string]
    const calls = await Promise.all(
      [0, 1].map(() => as(collaborator).run(revokeApiKeys, { keyIds: [one, theirs, two] })),
    )
    const outcomes = calls.map(({ outcomes }) => outcomes)
    expect(outcomes).toContainEqual(['revoked', 'unknown', 'revoked'])
    expect(outcomes).toContainEqual(['ended_before', 'unknown', 'ended_before'])
    await expect(organization).toHaveRecorded('api_key.revoked', 2)
    const events = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'api_key.revoked',
    )
    expect(events.map(({ subjectId }) => subjectId).sort()).toEqual([one, two].sort())
  })
})

test('a key lives a minute at least and 30 days at most', async () => {
  const { collaborator } = await makeOrganization()
  const make = (seconds: number) => as(collaborator).run(createApiKey, { seconds })
  await expect(make(59)).toBeProblem('invalid_input', /at least a minute/)
  await expect(make(2_592_001)).toBeProblem('invalid_input', /30 days here, which are 2,592,000 s/)
  const { apiKey } = await as(collaborator).run(createApiKey, {})
  expect(Date.parse(apiKey.expiresAt ?? '') - Date.parse(apiKey.createdAt)).toBe(2_592_000_000)
})
