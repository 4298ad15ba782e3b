import { expect, test } from 'vitest'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { as, makeKey, makeOrganization } from '@/lib/testing/people'
import { sha256 } from '../crypto/hash'
import { once } from '../once'
import { enterTenant, inTenant, readTenant } from './doors'
import { engine } from './engine'
import { membersAmong } from './member-list'
import { type Sql, sqlOf, statement } from './sql'

const NOW = statement('SELECT current_user AS role, $1::text AS said')

test('a handle that outlives its transaction reaches nothing: outside it nobody would confine it', async () => {
  const { id } = await makeOrganization()
  for (const door of [readTenant, inTenant]) {
    let kept: Sql | undefined
    await door(id, async (db) => {
      kept = sqlOf(db)
    })
    await expect(kept?.rows('SELECT 1', [])).rejects.toThrow(/over/)
  }
})

test('a model asked after the end is refused too', async () => {
  const { id } = await makeOrganization()
  type Late = { membership: { count(): Promise<number> } }
  const kept: Late[] = []
  await inTenant(id, async (db) => void kept.push(db as unknown as Late))
  await expect(kept[0]?.membership.count()).rejects.toThrow(/outside/)
})

test('Prisma and SQL are one transaction', async () => {
  const { id, collaborator } = await makeOrganization()
  const work = inTenant(id, async (db) => {
    await db.membership.updateMany({ where: { id: collaborator.id }, data: { name: 'Seen' } })
    const rows = await sqlOf(db).rows('SELECT name FROM membership WHERE id = $1', [
      collaborator.id,
    ])
    expect(rows).toEqual([{ name: 'Seen' }])
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  const [row] = await readTenant(id, (db) => db.membership.findMany({ where: { name: 'Seen' } }))
  expect(row).toBeUndefined()
})

test('what is sent last fails the commit, with its own cause', async () => {
  const { id, collaborator } = await makeOrganization()
  const work = inTenant(id, async (db) => {
    sqlOf(db).last('UPDATE membership SET name = $1', ['Taken'])
    sqlOf(db).last('INSERT INTO outbox (id) VALUES ($1)', ['out_1'])
  })
  await expect(work).rejects.toThrow(/row-level security/)
  const found = await readTenant(id, (db) =>
    db.membership.findFirstOrThrow({ where: { id: collaborator.id } }),
  )
  expect(found.name).toBe(collaborator.name)
})

test('reads that were sent ahead see their organization alone, and nobody’s when the key is unknown', async () => {
  const { id, owner, stranger } = await makeOrganization()
  const { key } = await makeKey(owner)
  const emails = [owner.email, stranger.email]
  const enter = async (secretHash: string) => {
    let found: Promise<Map<string, boolean>> | undefined
    const by = { publicId: key.slice(8, 20), secretHash }
    const entered = await enterTenant(
      {
        by,
        readOnly: true,
        lock: false,
        ahead(db) {
          found = membersAmong(db, emails)
          return { read: found, all: true }
        },
      },
      async (_, entered) => entered,
    )
    return { entered, found: [...((await found) ?? [])] }
  }
  expect(await enter(sha256(key))).toMatchObject({
    entered: { organizationId: id, id: owner.id },
    found: [[owner.email, false]],
  })
  expect(await enter(sha256('another'))).toEqual({ entered: null, found: [] })
})

test('a transaction is in one organization: a key does not lead out of it', async () => {
  const { id, stranger } = await makeOrganization()
  const { key } = await makeKey(stranger)
  const work = readTenant(id, (db) =>
    sqlOf(db).rows('SELECT * FROM enter_by_key($1, $2, false)', [key.slice(8, 20), sha256(key)]),
  )
  await expect(work).rejects.toThrow(/in an organization already/)
})

test('a connection that forgot the names of statements is asked again without', async () => {
  const { id, owner } = await makeOrganization()
  const forget = () =>
    readTenant(id, async (db) => {
      const rows = await sqlOf(db).rows(NOW, ['x'])
      await sqlOf(db).rows('DEALLOCATE ALL', [])
      return rows
    })
  // More often than there are connections, so that one of them meets it again.
  for (let n = 0; n < 12; n++)
    expect(await forget()).toEqual([{ role: 'console_tenant', said: 'x' }])
  expect((await as(owner).run(listMembers, {})).rows.length).toBeGreaterThan(0)
  const naming = once('db.naming', () => ({ works: true }))
  const { kind } = await engine()
  if (kind === 'postgresql') expect(naming.works).toBe(false)
  naming.works = true
})
