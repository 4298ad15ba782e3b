import type { EventName } from '@/lib/domain/events'
import type { Happened } from '@/lib/kernel/define'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { endLinks } from './link'

type More = Happened<'public'> & { event: EventName }
type Proving = { db: IdentityDb; email: string; personId: string; now: Date }

// What a second factor protects, a mailbox alone does not take over: such an account stays where it is (decision 017).
const unproven = (email: string) => ({
  email,
  emailProvenAt: null,
  factors: { none: { confirmedAt: { not: null } } },
})

/** Accounts of an address that exist for one organization each and that proving it folds, the newest first. */
export const foldable = (db: Pick<IdentityDb, 'person'>, email: string) =>
  db.person.findMany({
    where: { ...unproven(email), memberships: { some: { endedAt: null } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })

/** The organizations that have an account of this address for themselves. */
export async function homesOf(db: IdentityDb, email: string): Promise<string[]> {
  const people = await db.person.findMany({ where: unproven(email) })
  return people.flatMap(({ homeOrganizationId }) => homeOrganizationId ?? [])
}

/**
 * An address was proven, and `personId` is its one account now: the memberships of every other account of it come
 * along. Their passwords, sessions and keys do not: somebody else may have set them (DESIGN §6).
 */
export async function takeOver({ db, email, personId, now }: Proving): Promise<More[]> {
  const people = await db.person.findMany({ where: unproven(email), select: { id: true } })
  const earlier = { personId: { in: people.map(({ id }) => id) } }
  const members = await db.membership.findMany({ where: earlier })
  // First the memberships, then what hangs on them: session.start relies on the order.
  await db.membership.updateMany({ where: earlier, data: { personId } })
  const live = { ...earlier, endedAt: null }
  const sessions = await db.session.findMany({ where: live })
  await db.session.updateMany({ where: live, data: { endedAt: now, endedBecause: 'proven' } })
  await db.person.updateMany({
    where: { id: earlier.personId },
    data: { passwordHash: null },
  })
  await endLinks(db, earlier, now)
  const keys = await revokeKeys(db, members, now)

  const byId = new Map(members.map((member) => [member.id, member]))
  return [
    ...keys.map((key) => ({ ...key, kind: 'api_key' as const, label: key.id })),
    ...sessions.map((session) => ({ ...session, kind: 'session' as const, label: email })),
  ].flatMap(({ kind, id, label, membershipId, organizationId }): More[] => {
    const member = byId.get(membershipId)
    if (!member) return []
    return [
      {
        event: kind === 'session' ? 'session.ended' : 'api_key.revoked',
        organizationId,
        actor: { kind: 'member', id: member.id, name: member.name, email },
        subject: { kind, id, label, of: member.id },
        after: { because: 'proven' },
      },
    ]
  })
}

type Seat = { organizationId: string; id: string }

async function revokeKeys(db: IdentityDb, members: Seat[], now: Date) {
  const where = {
    revokedAt: null,
    OR: members.map(({ organizationId, id }) => ({ organizationId, membershipId: id })),
  }
  // The name of a key is not for this door to read.
  const select = { organizationId: true, id: true, membershipId: true }
  const keys = await db.apiKey.findMany({ where, select })
  await db.apiKey.updateMany({ where, data: { revokedAt: now } })
  return keys
}
