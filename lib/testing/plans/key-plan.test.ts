import { beforeAll, expect, test } from 'vitest'
import { sha256 } from '@/lib/platform/crypto/hash'
import { enterTenant } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { makeKey, makeOrganization, type TestOrganization } from '@/lib/testing/people'

let organization: TestOrganization
let key = ''

beforeAll(async () => {
  organization = await makeOrganization()
  key = (await makeKey(organization.owner)).key
}, 120_000)

const READ = `SELECT pg_stat_get_xact_numscans(c.oid)::int AS scans, pg_stat_get_xact_tuples_fetched(c.oid)::int AS rows,
  (SELECT sum(pg_stat_get_xact_tuples_returned(i.indexrelid))::int FROM pg_index i WHERE i.indrelid = c.oid) AS entries
  FROM pg_class c WHERE c.oid = 'api_key'::regclass`
const few = expect.toSatisfy((entries: number) => entries < 12)
type Raw = { $queryRawUnsafe<T>(sql: string): Promise<T> }

/** What the door reads of the keys, as the executor counts it. */
const readAtDoor = () =>
  enterTenant(
    {
      by: { publicId: key.slice(8, 20), secretHash: sha256(key) },
      readOnly: true,
      lock: false,
    },
    async (db, entered) => {
      expect(entered?.id).toBe(organization.owner.id)
      return (db as unknown as Raw).$queryRawUnsafe<object[]>(READ)
    },
  )

const keysUpTo = async (from: number, to: number) => {
  const { raw } = await engine()
  const { id, owner } = organization
  await raw.query(
    `INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, expires_at)
     SELECT '${id}', 'key_many' || n, '${owner.id}', 'many', 'many${id.slice(4, 10)}' || n, 'h', '123456', now() + interval '1 day'
     FROM generate_series(${from}, ${to}) AS n`,
  )
  await raw.query('ANALYZE api_key')
}

test('a key is found as cheaply among 100,000 as among 100', { timeout: 300_000 }, async () => {
  for (const [from, to] of [
    [1, 100],
    [101, 100_000],
  ] as const) {
    await keysUpTo(from, to)
    await readAtDoor() // plans that are kept
    const [read] = await readAtDoor()
    expect([to, read]).toEqual([to, { scans: 0, rows: expect.any(Number), entries: few }])
  }
})
