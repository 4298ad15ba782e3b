import { newId } from '@/lib/domain/id'
import type { OrganizationRole } from '@/lib/domain/roles'
import type {
  CallerOf,
  KeyCaller,
  Origin,
  Scope,
  SessionCaller,
  SystemCaller,
} from '@/lib/kernel/caller'
import type { InputOf, OutputOf, ScopeOf, UseCase } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { newApiKey } from '@/lib/modules/api-keys/api-key'
import { newMembership } from '@/lib/modules/members/member'
import { inSystem, type SystemDb } from '@/lib/platform/db/doors'
import { testDatabase } from './database'

export const origin: Origin = { requestId: 'req_test', address: '203.0.113.7', userAgent: 'test' }

/** Whoever does the work of the hour. */
export const sweeper: { caller: SystemCaller } = {
  caller: {
    kind: 'system',
    label: 'sweeper',
    origin: { ...origin, address: null, userAgent: null },
  },
}

/** A member with a live session, as tests hold one. */
export type TestMember = {
  organizationId: string
  id: string
  userId: string
  personId: string
  name: string
  email: string
  role: OrganizationRole
  caller: SessionCaller
}

const DAY = 86_400_000 // ms
let made = 0

/** A member of that organization, signed in. */
export const makeMember = (
  organizationId: string,
  role: OrganizationRole = 'collaborator',
  given: { name?: string; email?: string } = {},
): Promise<TestMember> => inSystem((db) => insertMember(db, organizationId, role, given))

async function insertMember(
  db: SystemDb,
  organizationId: string,
  role: OrganizationRole,
  given: { name?: string; email?: string },
): Promise<TestMember> {
  made += 1
  const unique = newId('op').slice(3, 11)
  const name = given.name ?? `${role === 'owner' ? 'Olga Owner' : 'Carl Collaborator'} ${made}`
  const email = given.email ?? `${role}.${made}.${unique}@halden.example`
  const now = new Date()
  const person = { id: newId('per'), email, name, homeOrganizationId: organizationId }
  await db.person.create({ data: person })
  const source = role === 'owner' ? ('founder' as const) : ('invitation' as const)
  const row = newMembership({ organizationId, personId: person.id, email, name, role, source, now })
  await db.membership.create({ data: row })
  const session = {
    organizationId,
    id: newId('ses'),
    personId: person.id,
    membershipId: row.id,
    expiresAt: new Date(now.getTime() + DAY),
  }
  await db.session.create({ data: session })
  const caller: SessionCaller = {
    kind: 'session',
    organizationId,
    membershipId: row.id,
    sessionId: session.id,
    personId: person.id,
    authenticatedAt: now,
    origin,
  }
  const { id, userId } = row
  return { organizationId, id, userId, personId: person.id, name, email, role, caller }
}

/** An organization of its own with an owner, a second owner and a collaborator, and a stranger who owns another. */
export async function makeOrganization(name = 'Halden Robotics') {
  await testDatabase()
  return inSystem(async (db) => {
    const make = async (title: string) => {
      const id = newId('org')
      await db.organization.create({ data: { id, name: title } })
      return id
    }
    const id = await make(name)
    const owner = await insertMember(db, id, 'owner', {})
    const secondOwner = await insertMember(db, id, 'owner', {})
    const collaborator = await insertMember(db, id, 'collaborator', {})
    const elsewhere = await make('Nordlys Labs')
    const stranger = await insertMember(db, elsewhere, 'owner', {})
    return { id, name, owner, secondOwner, collaborator, stranger }
  })
}
export type TestOrganization = Awaited<ReturnType<typeof makeOrganization>>

/** A live API key of a member: the text a program sends, and the caller it stands for. */
export async function makeKey(member: Pick<TestMember, 'id' | 'organizationId'>) {
  const { key, row } = await newApiKey({
    membershipId: member.id,
    name: newId('op'),
    seconds: 86_400,
    now: new Date(),
  })
  const { organizationId } = member
  await inSystem((db) => db.apiKey.create({ data: { ...row, organizationId } }))
  const caller: KeyCaller = {
    kind: 'key',
    organizationId,
    membershipId: member.id,
    keyId: row.id,
    origin,
  }
  return { key, id: row.id, caller }
}

type Runs = { run<U extends UseCase>(use: U, input: InputOf<U>): Promise<OutputOf<U>> }

/** `await as(owner).run(removeMember, { memberId })` */
export const as = (who: { caller: CallerOf[Scope] }): Runs => ({
  run: (use, input) => execute(use, who.caller as CallerOf[ScopeOf<typeof use>], input),
})

/** The log of an organization, oldest first. */
export const eventsOf = (organizationId: string) =>
  inSystem((db) =>
    db.auditEvent.findMany({ where: { organizationId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
  )
