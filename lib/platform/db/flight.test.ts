import { expect, test } from 'vitest'
import { makeOrganization } from '@/lib/testing/people'
import { inTenant, readTenant } from './doors'
import { sqlOf, statement } from './sql'

const HALVED = statement('SELECT 6 / $1::int AS result')
const CONNECTIONS = 12 // more than there are

test('values come back as they went', async () => {
  const { id } = await makeOrganization()
  const words = ['plain', '"quoted"', 'back\\slash', 'comma, {brace}', 'Łódź 🙂', '', 'NULL']
  const json = { deep: [{ text: "it's" }] }
  const at = new Date('2026-11-26T18:00:00.123Z')
  const sql = `SELECT $1::text[] AS words, $2::jsonb AS json, $3::timestamptz AS at, $4::int AS count, $5::boolean AS yes,
    $6::text AS nothing, 'infinity'::timestamptz AS never, '12026-01-02 03:04:05Z'::timestamptz AS late`
  const rows = await readTenant(id, (db) => sqlOf(db).rows(sql, [words, json, at, 7, true, null]))
  const late = new Date('+012026-01-02T03:04:05Z')
  const never = Number.POSITIVE_INFINITY
  expect(rows).toEqual([{ words, json, at, count: 7, yes: true, nothing: null, never, late }])
})

test('a long text arrives whole', async () => {
  const { id } = await makeOrganization()
  const text = 'ä🙂'.repeat(50_000)
  const rows = await readTenant(id, (db) => sqlOf(db).rows('SELECT $1::text AS text', [text]))
  expect(rows).toEqual([{ text }])
})

test('behind a statement that fails nothing is done, and the connection goes on', async () => {
  const { id, collaborator } = await makeOrganization()
  const rename = (name: string): [string, string[]] => ['UPDATE membership SET name = $1', [name]]
  for (let n = 0; n < CONNECTIONS; n++) {
    const work = inTenant(id, async (db) => {
      const sql = sqlOf(db)
      sql.last(...rename('before'))
      sql.last(HALVED, [0])
      sql.last(...rename('after'))
    })
    await expect(work).rejects.toThrow('division by zero')
  }
  const find = { where: { id: collaborator.id } }
  const found = await readTenant(id, (db) => db.membership.findFirstOrThrow(find))
  expect(found.name).toBe(collaborator.name)
})

test('what was still to be sent when the work failed keeps no transaction from its end', async () => {
  const { id } = await makeOrganization()
  for (let n = 0; n < CONNECTIONS; n++) {
    const work = inTenant(id, async (db) => {
      sqlOf(db).last(HALVED, [0])
      throw new Error('no')
    })
    await expect(work).rejects.toThrow(/no|division/)
    expect(await inTenant(id, (db) => sqlOf(db).rows(HALVED, [3]))).toEqual([{ result: 2 }])
  }
})

test('a statement that failed when it was first told is told again', async () => {
  const { id } = await makeOrganization()
  const halved = (by: number) => readTenant(id, (db) => sqlOf(db).rows(HALVED, [by]))
  for (let n = 0; n < CONNECTIONS; n++) {
    await expect(halved(0)).rejects.toThrow('division by zero')
    expect(await halved(2)).toEqual([{ result: 3 }])
  }
})

test('one write counts its rows', async () => {
  const { id, collaborator } = await makeOrganization()
  const written = await inTenant(id, (db) =>
    sqlOf(db).run('UPDATE membership SET name = name WHERE id = $1', [collaborator.id]),
  )
  expect(written).toBe(1)
})
