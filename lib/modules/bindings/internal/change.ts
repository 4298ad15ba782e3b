import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import type { CloudRole, ProjectRole } from '@/lib/domain/roles'
import type { Change } from '@/lib/kernel/define'
import { changed, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { refuseStale } from '@/lib/kernel/stale'
import type { Whose } from '../binding'
import {
  cloudChangeDenial,
  type Fault,
  projectRoleDenial,
  roleBesideLimit,
  timesFault,
} from '../binding-rules'
import { type Giving, give } from './give'
import { notHeld, type Rows, rowsOf } from './held'
import { type MemberRow, memberNamed, noSuchMember } from './members'
import { bindingFacts, bindingSubject, standing } from './rows'

type Asked = Whose & {
  role: string
  readOnly?: boolean
  startsAt?: Date | null
  endsAt?: Date | null
  expectedVersion?: number
  orGrant: boolean
}
/** Changes a role on the target in place, whole: role, limit, and the times that are named. */
export async function change<T>(
  context: Giving,
  asked: Asked,
  shown: (member: MemberRow) => Promise<T>,
): Promise<Change<T, 'organization'>> {
  const { db, self, now, target } = context
  const member = await memberNamed(db, asked)
  const rows = await rowsOf(context, member)
  const held = standing(rows.held, now)
  const isAsked = held || self.role === 'owner' || self.id === member.id
  const fault = isAsked ? faultOf(context, member, asked, rows) : null
  if (fault) throw refusal(fault)
  if (!held) return orGranted(context, member, asked, shown)
  const { role, readOnly = false } = asked
  const { startsAt = held.startsAt, endsAt = held.endsAt } = asked
  const after = { ...held, role, readOnly, startsAt, endsAt }
  const before = bindingFacts(held, member, target)
  const facts = bindingFacts(after, member, target)
  if (JSON.stringify(before) === JSON.stringify(facts)) return unchanged(await shown(member))
  const what = `The role of ${isolated(member.name)}`
  refuseStale(held, asked.expectedVersion, what, { role: held.role })
  await db.roleBinding.updateMany({
    where: { id: held.id },
    data: {
      ...{ role, readOnly, startsAt, endsAt },
      // Somebody decided: it is no longer what came by itself.
      ...{ origin: 'direct', createdById: self.id },
      ...(endsAt?.getTime() !== held.endsAt?.getTime() && { warnedAt: null }),
      version: { increment: 1 },
    },
  })
  return changed(await shown(member), {
    subject: bindingSubject(held, member),
    before,
    after: facts,
  })
}

function faultOf(
  { self, now, target }: Giving,
  member: MemberRow,
  asked: Asked,
  { held, onCloud }: Rows,
): Fault | null {
  const { cloud, project } = target
  const asker = { selfId: self.id }
  const { role, readOnly = false } = asked
  return (
    (project
      ? projectRoleDenial(member, role as ProjectRole, {
          ...asker,
          onCloud,
          cloudName: cloud.name,
        })
      : (cloudChangeDenial(member, asker) ?? roleBesideLimit(role as CloudRole, readOnly))) ??
    timesFault(asked, held ?? {}, now)
  )
}

/** Nobody is told who else is in the organization: only its owners may name somebody who holds nothing here. */
async function orGranted<T>(
  context: Giving,
  member: MemberRow,
  { orGrant, memberId: _, userId: __, email: ___, expectedVersion: ____, ...grant }: Asked,
  shown: (member: MemberRow) => Promise<T>,
): Promise<Change<T, 'organization'>> {
  if (context.self.role !== 'owner') throw noSuchMember()
  if (!orGrant) throw notHeld(member, context)
  const asked = { grants: [{ ...grant, memberId: member.id }], already: 'refused' } as const
  const given = await give(context, { ...asked, grants: [...asked.grants], allOrNothing: true })
  const created = given.created.map((each) => ({
    ...each,
    event: 'role_binding.created' as const,
  }))
  return changed(await shown(member), [], ...created, ...given.ended)
}

export const refusal = ({ code, detail, field }: Fault) =>
  new Problem(code, detail, field ? { errors: [{ pointer: `#/${field}`, detail }] } : {})
