import 'server-only'
import { isOutside } from '@/lib/domain/invitation-domains'
import { bounded, COUNTED_TO } from '@/lib/kernel/page'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberCount, memberPage } from '@/lib/platform/db/member-list'
import { membersWithoutWay, sessionsEnding } from '@/lib/platform/db/policy-row'
import { affectedKeys } from './affected-keys'
import type { PlanContext, PolicyPlan } from './plan-policy-change'
import { usableWays } from './present-policy'

const NAMED = 50

/** Whom a policy would affect, for its owner to see before it is saved; each list counted to a bound, its first by name. */
export async function affectedBy(
  context: PlanContext & { db: ReadDb },
  { before, after, fields }: PolicyPlan,
) {
  const { db, caller, now } = context
  const own = caller.kind === 'session' ? caller.sessionId : null
  const narrowed = fields.includes('signInMethods')
  return {
    withoutFactor: await withoutFactor(db),
    sessions: fields.some((field) => field.startsWith('session'))
      ? await sessionsEnding(db, { before, after, own, now })
      : { sessions: 0, people: 0, own: false },
    withoutWay: narrowed
      ? counted(
          await membersWithoutWay(db, usableWays(before), usableWays(after), {
            limit: COUNTED_TO + 1,
          }),
        )
      : nobody,
    outside: await invitationsOutside(db, after.invitationDomains, now),
    ...(await affectedKeys(context, { after, fields })),
  }
}

const without = { factor: 'off', kinds: ['person'] } as const

async function withoutFactor(db: ReadDb) {
  const order = { sort: 'name', descending: false } as const
  const first = await memberPage(db, without, order, null, NAMED)
  const found = first.length < NAMED ? first.length : await memberCount(db, without, COUNTED_TO + 1)
  return { ...bounded(found), first: first.map(({ id, name }) => ({ id, name })) }
}

/** The pending invitations are bounded by their limit. */
async function invitationsOutside(db: ReadDb, domains: readonly string[], now: Date) {
  if (domains.length === 0) return { count: 0, more: false, first: [] }
  const pending = await db.invitation.findMany({
    where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    select: { id: true, email: true },
  })
  return counted(pending.filter(({ email }) => isOutside(email, domains)))
}

const counted = <Row>(rows: Row[]) => ({ ...bounded(rows.length), first: rows.slice(0, NAMED) })
const nobody = { count: 0, more: false, first: [] as { id: string; name: string }[] }
