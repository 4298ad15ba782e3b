import { beforeEach, describe, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import {
  as,
  eventsOf,
  makeKey,
  makeMember,
  makeOrganization,
  type TestOrganization,
} from '@/lib/testing/people'
import { makeAccount, makeAccountKey, type TestAccount } from '@/lib/testing/service-accounts'
import { revokeApiKeysOfMembers } from './commands/revoke-api-keys-of-members'
import { listAllApiKeys } from './queries/list-all-api-keys'

const DAY = 86_400_000 // ms
const at = (days: number) => new Date(Date.now() + days * DAY)

let organization: TestOrganization
let account: TestAccount
let ids: Record<string, string>

const set = (id: string, data: object) =>
  inSystem((db) => db.apiKey.updateMany({ where: { id }, data }))

/** The keys of the organization by name: a person's, an account's, one that is old and unused, one that has ended. */
beforeEach(async () => {
  organization = await makeOrganization()
  const { owner, collaborator, stranger } = organization
  account = await makeAccount(owner)
  const foreign = await makeKey(stranger)
  await set(foreign.id, { name: 'foreign', searchable: 'foreign' })
  const made = {
    laptop: [
      await makeKey(collaborator),
      { createdAt: at(-3), lastUsedAt: at(-1), expiresAt: at(3) },
    ],
    pipeline: [
      await makeAccountKey(account),
      { createdAt: at(-200), expiresAt: null, madeById: owner.id },
    ],
    nightly: [
      await makeAccountKey(account),
      { createdAt: at(-100), expiresAt: at(30), lastUsedAt: at(-95) },
    ],
    gone: [await makeKey(owner), { createdAt: at(-40), expiresAt: at(-10) }],
  } as const
  ids = {}
  for (const [name, [key, more]] of Object.entries(made)) {
    ids[name] = key.id
    await set(key.id, { name, searchable: `${name} abc123`, ...more })
  }
})

const names = async (input: object) => {
  const { rows, total } = await as(organization.owner).run(listAllApiKeys, input)
  expect(total).toEqual({ count: rows.length, more: false })
  return rows.map(({ name }) => name)
}

describe('api_key.list_all', () => {
  test.each([
    [{}, ['laptop', 'gone', 'nightly', 'pipeline']],
    [{ state: 'live' }, ['laptop', 'nightly', 'pipeline']],
    [{ state: 'ended' }, ['gone']],
    [{ search: 'LÁPT' }, ['laptop']],
    [{ search: 'aBc123', state: 'live' }, ['laptop', 'nightly', 'pipeline']],
    [{ search: 'ni' }, ['nightly']],
    [{ search: '%_' }, []],
    [{ kind: 'person' }, ['laptop', 'gone']],
    [{ kind: 'service_account' }, ['nightly', 'pipeline']],
    [{ ends: 'within_7_days' }, ['laptop']],
    [{ ends: 'none' }, ['pipeline']],
    [{ unused: 90, state: 'live' }, ['nightly', 'pipeline']],
    [{ sort: 'name', descending: false }, ['gone', 'laptop', 'nightly', 'pipeline']],
    [{ sort: 'used', state: 'live' }, ['laptop', 'nightly', 'pipeline']],
    [{ sort: 'ends', descending: false, state: 'live' }, ['laptop', 'nightly', 'pipeline']],
  ] as const)('%j: %j', async (input, shown) => {
    expect(await names(input)).toEqual(shown)
  })

  test('of one, by either id, and by whoever made it; nobody of another organization', async () => {
    const { owner, collaborator, stranger } = organization
    expect(await names({ memberId: collaborator.id })).toEqual(['laptop'])
    expect(await names({ memberId: account.userId })).toEqual(['nightly', 'pipeline'])
    expect(await names({ makerId: owner.userId })).toEqual(['gone', 'pipeline'])
    expect(await names({ memberId: stranger.userId })).toEqual([])
    expect(await names({ memberId: stranger.id })).toEqual([])
    const { rows } = await as(owner).run(listAllApiKeys, { search: 'pipeline' })
    expect(rows[0]).toMatchObject({
      holder: { id: account.id, kind: 'service_account', removed: false },
      madeBy: { id: owner.id, name: owner.name },
    })
  })

  test('pages lead on and back in every order', async () => {
    for (const sort of ['name', 'created', 'used', 'ends'] as const) {
      for (const descending of [true, false]) {
        const page = (after?: string | null) =>
          as(organization.owner).run(listAllApiKeys, {
            sort,
            descending,
            count: 3,
            ...(after && { after }),
          })
        const all = await names({ sort, descending })
        const first = await page()
        const second = await page(first.next)
        expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(all)
        expect((await page(second.previous)).rows).toEqual(first.rows)
      }
    }
  })

  test('collaborators may not', async () => {
    await expect(as(organization.collaborator).run(listAllApiKeys, {})).toBeProblem('forbidden')
  })
})

describe('api_key.revoke_many_of_members', () => {
  test('each has its outcome and its event, with whose it was', async () => {
    const { owner, collaborator, stranger } = organization
    const foreign = await makeKey(stranger)
    const keyIds = [ids.laptop, foreign.id, ids.pipeline] as string[]
    const asked = () => as(owner).run(revokeApiKeysOfMembers, { keyIds })
    expect((await asked()).outcomes).toEqual(['revoked', 'unknown', 'revoked'])
    expect((await asked()).outcomes).toEqual(['ended_before', 'unknown', 'ended_before'])
    const events = (await eventsOf(organization.id)).filter(
      ({ event }) => event === 'api_key.revoked',
    )
    expect(events.map(({ subjectOf }) => subjectOf).sort()).toEqual(
      [account.id, collaborator.id].sort(),
    )
    expect(await names({ state: 'live' })).toEqual(['nightly'])
    await expect(
      as(await makeMember(organization.id)).run(revokeApiKeysOfMembers, { keyIds }),
    ).toBeProblem('forbidden')
  })
})
