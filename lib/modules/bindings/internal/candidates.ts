import 'server-only'
import { parseEmail } from '@/lib/domain/email'
import { patternOf } from '@/lib/domain/fold'
import type { Self } from '@/lib/kernel/define'
import { bindingPage } from '@/lib/platform/db/binding-list'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberPage } from '@/lib/platform/db/member-list'
import type { Target } from '@/lib/platform/db/targets'
import { placeOf } from './list'
import { holderOf, type MemberRow } from './members'
import { isOver, rowsOn } from './rows'

const MOST = 20
const byName = { sort: 'name', descending: false } as const
type Context = { db: ReadDb; now: Date; self: Self; target: Target }

/**
 * Whom one may give a role on the target (issue 7 §2): organization owners choose among everybody; owners of a project
 * among the people on its cloud; owners of a cloud by the exact email.
 */
export async function candidates(context: Context, { search }: { search: string }) {
  const { db, self, now, target } = context
  const members = (await found(context, search)).filter(
    ({ id, role }) => id !== self.id && role !== 'owner',
  )
  const ids = members.map(({ id }) => id)
  const held = (await rowsOn(db, target, ids)).filter((row) => !isOver(row, now))
  const rows = members.map((member) => {
    const own = held.filter(({ membershipId }) => membershipId === member.id)
    const here = own.find(({ projectId }) => projectId === (target.project?.id ?? null))
    return {
      ...holderOf(member),
      held: here ? { role: here.role, readOnly: here.readOnly } : null,
      onCloud: own.some(({ projectId }) => projectId === null),
    }
  })
  return { rows, exactOnly: self.role !== 'owner' && target.project === null }
}

async function found(context: Context, search: string): Promise<MemberRow[]> {
  const { db, self, now, target } = context
  const any = patternOf(search)
  if (self.role === 'owner') {
    return memberPage(db, { any, roles: ['collaborator'] }, byName, null, MOST)
  }
  if (target.project) {
    const onCloud = { ...placeOf(target), project: null }
    const filter = { search: any, now: now.toISOString() }
    const order = { descending: false, after: null, limit: MOST }
    const places = await bindingPage(db, onCloud, filter, order)
    return db.membership.findMany({
      where: { id: { in: places.map(({ id }) => id) } },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    })
  }
  const exact = parseEmail(search)
  return exact.ok ? db.membership.findMany({ where: { email: exact.email, endedAt: null } }) : []
}
