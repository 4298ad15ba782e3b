import { expect, test } from 'vitest'
import type { SystemCaller } from '@/lib/kernel/caller'
import { setUpLink } from '@/lib/platform/auth/set-up-link'
import { password, visitor } from '@/lib/testing/accounts'
import { onEmptyDatabase } from '@/lib/testing/empty-database'
import { as, makeOrganization, origin } from '@/lib/testing/people'
import { completeSetUp } from './commands/complete-set-up'
import { openSetUp } from './queries/open-set-up'

const token = new URL(setUpLink()).searchParams.get('token') as string
const system = (): { caller: SystemCaller } => ({
  caller: { kind: 'system', label: 'set-up', origin: visitor().caller.origin },
})
const given = {
  organizationName: 'Halden Robotics',
  name: 'Ingrid Solheim-Bjørnstad',
  email: 'Ingrid@Halden.example',
  password,
}

test('the link is the same each time, and says what a leaked one was for', () => {
  expect(setUpLink()).toBe(setUpLink())
  expect(token).toMatch(/^gth_set_[\w-]{43}$/)
})

test('once: an organization with its founder, signed in, on record', () =>
  onEmptyDatabase(async () => {
    const { execute } = await import('@/lib/kernel/execute')
    const { inSystem } = await import('@/lib/platform/db/doors')
    const { startSession } = await import('@/lib/modules/sessions/commands/start-session')
    const setUp = (await import('./commands/complete-set-up')).completeSetUp
    const open = (await import('./queries/open-set-up')).openSetUp
    const stateWith = async (text: string | null) =>
      (await execute(open, visitor().caller, { token: text })).state

    expect(await stateWith(token)).toBe('ready')
    expect([await stateWith(null), await stateWith(`${token}x`)]).toEqual([
      'wrong_link',
      'wrong_link',
    ])
    const wrong = execute(setUp, system().caller, { ...given, token: `${token}x` })
    await expect(wrong).toBeProblem('forbidden')
    const weak = execute(setUp, system().caller, { ...given, token, password: 'haldenrobotics!' })
    await expect(weak).toBeProblem('invalid_input', /organization/)
    expect(await inSystem((db) => db.organization.count())).toBe(0)

    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => execute(setUp, system().caller, { ...given, token })),
    )
    const [made, ...more] = tries.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
    expect(more).toEqual([])
    for (const each of tries) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'already_set_up' })
    }
    expect(await stateWith(token)).toBe('done')

    await execute(startSession, { kind: 'anonymous', origin }, made as never)
    const rows = await inSystem(async (db) => ({
      organizations: await db.organization.findMany({ include: { counter: true } }),
      members: await db.membership.findMany({ include: { person: true } }),
      events: (await db.auditEvent.findMany({ orderBy: { at: 'asc' } })).map(({ event }) => event),
    }))
    const organization = { name: 'Halden Robotics', counter: { people: 1, owners: 1 } }
    expect(rows.organizations).toMatchObject([organization])
    expect(rows.members).toMatchObject([
      {
        role: 'owner',
        source: 'founder',
        email: 'ingrid@halden.example',
        person: { emailProvenAt: null, homeOrganizationId: rows.organizations[0]?.id },
      },
    ])
    expect(rows.events.sort()).toEqual(['member.joined', 'organization.created', 'session.started'])
  }))

test('an organization exists: the link is worth nothing', async () => {
  await makeOrganization()
  expect(await as(visitor()).run(openSetUp, { token })).toEqual({ state: 'done' })
  const again = as(system()).run(completeSetUp, { ...given, token })
  await expect(again).toBeProblem('already_set_up', /Sign in/)
})

test(
  'after the only organization was erased, the link works again; proven accounts are still there',
  () =>
    onEmptyDatabase(async () => {
      const { execute } = await import('@/lib/kernel/execute')
      const { inSystem } = await import('@/lib/platform/db/doors')
      const { eraseDue } = await import('@/lib/platform/db/erase')
      const { isSetUp } = await import('@/lib/platform/db/lookups')
      const { signInWithPassword } = await import(
        '@/lib/modules/sessions/commands/sign-in-with-password'
      )
      const setUp = (await import('./commands/complete-set-up')).completeSetUp
      await execute(setUp, system().caller, { ...given, token })
      await inSystem(async (db) => {
        const at = new Date(Date.now() - 1_000)
        await db.person.updateMany({ data: { emailProvenAt: at, homeOrganizationId: null } })
        const deletion = { deletionRequestedAt: at, deletionRequestedBy: {}, deletionDueAt: at }
        await db.organization.updateMany({ data: deletion })
      })
      expect(await eraseDue()).toHaveLength(1)
      expect(await isSetUp()).toBe(false)
      const email = given.email.toLowerCase()
      const signingIn = () => execute(signInWithPassword, visitor().caller, { email, password })
      await expect(signingIn()).toBeProblem('no_organization')
      await execute(setUp, system().caller, { ...given, token })
      expect(await isSetUp()).toBe(true)
      const people = await inSystem((db) => db.person.findMany({ where: { email } }))
      expect(people.map(({ emailProvenAt }) => emailProvenAt !== null).sort()).toEqual([
        false,
        true,
      ])
    }),
  60_000,
)
