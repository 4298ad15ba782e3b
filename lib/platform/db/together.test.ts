import { beforeAll, expect, test } from 'vitest'
import { parseApiKey } from '@/lib/domain/api-key'
import type { PresentedKey } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { sha256 } from '@/lib/platform/crypto/hash'
import { enterTenant, inSystem } from '@/lib/platform/db/doors'
import { makeKey, makeOrganization, origin, type TestOrganization } from '@/lib/testing/people'
import { sqlOf, statement } from './sql'

const HALVED = statement('SELECT 6 / $1::int AS result')
const OPENINGS =
  statement(`SELECT current_setting('app.organization_id') AS own, pg_backend_pid() AS process,
  to_char(now(), 'US') AS began, count(*)::int AS people FROM membership WHERE $1::int > 0`)
type Opened = { own: string; process: number; began: string; people: number }

let organization: TestOrganization
let [one, other, foreign] = ['', '', '']

beforeAll(async () => {
  organization = await makeOrganization()
  const { owner, secondOwner, stranger } = organization
  ;[one, other, foreign] = (await Promise.all([owner, secondOwner, stranger].map(makeKey))).map(
    ({ key }) => key,
  ) as [string, string, string]
})

const entrance = (key: string) => ({
  publicId: parseApiKey(key)?.publicId ?? '',
  secretHash: sha256(key),
})
const ask = <Row>(key: string, sql: typeof HALVED, value: number) =>
  enterTenant(
    {
      by: entrance(key),
      readOnly: true,
      lock: false,
      together: true,
      ahead: (db) => ({ read: sqlOf(db).rows(sql, [value]), all: true }),
    },
    async (db, entered) => ({ entered, rows: await sqlOf(db).rows<Row>(sql, [value]) }),
  )

test('small reads of one key share a transaction, those of other keys have their own', async () => {
  const asked = [one, one, foreign, one, other, foreign].map((key, n) =>
    ask<Opened>(key, OPENINGS, n + 1),
  )
  const found = await Promise.all(asked)
  const { id, owner, secondOwner, stranger } = organization
  const owners = [owner, owner, stranger, owner, secondOwner, stranger]
  expect(found.map(({ entered }) => entered?.id)).toEqual(owners.map((member) => member.id))
  const rows = found.map(({ rows: [row] }) => row as Opened)
  const [home, away] = [id, stranger.organizationId]
  expect(rows.map(({ own }) => own)).toEqual([home, home, away, home, home, away])
  expect(rows.map(({ people }) => people)).toEqual([3, 3, 1, 3, 3, 1])
  const transactions = rows.map(({ process, began }) => `${process} ${began}`)
  const [first, , third] = transactions
  expect(transactions.map((each) => each === first)).toEqual([
    true,
    true,
    false,
    true,
    false,
    false,
  ])
  expect(transactions[5]).toBe(third)
})

test('one that fails takes none of the others along', async () => {
  const asked = [1, 0, 2, 3, 0, 6].map((by) => ask(one, HALVED, by))
  const found = await Promise.allSettled(asked)
  expect(
    found.map((end) => (end.status === 'fulfilled' ? end.value.rows : end.reason.message)),
  ).toEqual([
    [{ result: 6 }],
    expect.stringContaining('division by zero'),
    [{ result: 3 }],
    [{ result: 2 }],
    expect.stringContaining('division by zero'),
    [{ result: 1 }],
  ])
})

test('more than fit leave one flight after the other', async () => {
  const found = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(one, HALVED, n + 1)))
  expect(found.map(({ rows }) => rows)).toEqual(
    Array.from({ length: 200 }, (_, n) => [{ result: Math.floor(6 / (n + 1)) }]),
  )
})

test('a key that ended is refused from then on, whatever else is asked at the moment', async () => {
  const { key } = await makeKey(organization.collaborator)
  const { publicId, secretHash } = entrance(key)
  const presented = (hash = secretHash): PresentedKey => ({
    kind: 'presented_key',
    publicId,
    secretHash: hash,
    origin,
  })
  const current = (hash?: string) => execute(currentOrganization, presented(hash), {})
  const refused = expect.objectContaining({ code: 'unauthenticated' })
  const wrong = sha256('guessed')
  const [yes, no, again] = await Promise.allSettled([current(), current(wrong), current()])
  expect([yes?.status, again?.status]).toEqual(['fulfilled', 'fulfilled'])
  expect(no).toEqual({ status: 'rejected', reason: refused })

  const flying = current()
  await inSystem((db) =>
    db.apiKey.updateMany({ where: { publicId }, data: { revokedAt: new Date() } }),
  )
  const after = await Promise.allSettled([current(), current()])
  expect(after).toEqual([
    { status: 'rejected', reason: refused },
    { status: 'rejected', reason: refused },
  ])
  await flying.catch(() => {})
})
