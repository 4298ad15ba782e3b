import { beforeAll, expect, test } from 'vitest'
import { inSystem } from '@/lib/platform/db/doors'
import { alsoMember, visitor } from '@/lib/testing/accounts'
import { testDatabase } from '@/lib/testing/database'
import { as, makeOrganization, type TestMember } from '@/lib/testing/people'
import { openRegistration } from './queries/open-registration'

beforeAll(testDatabase)

const open = (who: Parameters<typeof as>[0], organizationId: string) =>
  as(who).run(openRegistration, { organizationId })

test('a visitor learns nothing, whatever the id', async () => {
  const { id } = await makeOrganization('Halden Secret')
  for (const organizationId of [id, 'org_unknown', '']) {
    expect(await open(visitor(), organizationId)).toEqual({ state: 'signed_out' })
  }
})

test('whoever is there is there', async () => {
  const { id, collaborator } = await makeOrganization()
  expect(await open(collaborator, id)).toEqual({ state: 'here' })
})

test('a member who is elsewhere gets both names, and the suspended one is told so', async () => {
  const { id, stranger } = await makeOrganization('Halden Robotics')
  const row = await alsoMember(stranger, id)
  const places = {
    wanted: { id, name: 'Halden Robotics' },
    present: { id: stranger.organizationId, name: 'Nordlys Labs' },
  }
  expect(await open(stranger, id)).toEqual({ state: 'elsewhere', ...places })
  const change = (data: object) =>
    inSystem((db) => db.membership.updateMany({ where: { id: row.id }, data }))
  await change({ suspendedAt: new Date() })
  expect(await open(stranger, id)).toEqual({ state: 'suspended', ...places })
  await change({ endedAt: new Date() })
  expect(await open(stranger, id)).toMatchObject({ state: 'none' })
})

test('to everybody else an organization of others is an unknown one: same answer, same statements', async () => {
  const { id, stranger } = await makeOrganization('Halden Secret')
  const foreign = await told(stranger, id)
  const unknown = await told(stranger, 'org_unknown')
  expect(foreign).toEqual(unknown)
  expect(foreign.answer).toEqual({
    state: 'none',
    email: stranger.email,
    present: { id: stranger.organizationId, name: 'Nordlys Labs' },
  })
  expect(JSON.stringify(foreign)).not.toContain('Secret')
})

/** The answer, and how many rows were read for it from which tables. */
async function told(who: TestMember, organizationId: string) {
  const reads: string[] = []
  const watched = (db: object): object =>
    new Proxy(db, {
      get(target, table) {
        const model: unknown = Reflect.get(target, table)
        if (typeof model !== 'object' || model === null) return model
        return new Proxy(model, {
          get(of, method) {
            const run: unknown = Reflect.get(of, method)
            if (typeof run !== 'function') return run
            return async (...args: unknown[]) => {
              const found: unknown = await run.apply(of, args)
              const rows = Array.isArray(found) ? found.length : Number(found !== null)
              reads.push(`${String(table)}.${String(method)} ${rows}`)
              return found
            }
          },
        })
      },
    })
  const answer = await inSystem((db) =>
    openRegistration.run(
      { db: watched(db) as never, caller: who.caller, now: new Date() },
      {
        organizationId,
      },
    ),
  )
  return { answer, reads }
}
