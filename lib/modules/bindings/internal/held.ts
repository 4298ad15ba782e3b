import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import type { Self } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import type { Target } from '@/lib/platform/db/targets'
import type { Whose } from '../binding'
import { type MemberRow, memberNamed, noSuchMember } from './members'
import { type Row, rowsOn, standing } from './rows'

type Asking = { db: ReadDb | WriteDb; now: Date; self: Self; target: Target }
/** The row on the target, also one that is over; and what counts or will count on its cloud. */
export type Rows = { held: Row | null; onCloud: Row | null }

export async function rowsOf({ db, now, target }: Asking, { id }: MemberRow): Promise<Rows> {
  const rows = await rowsOn(db, target, [id])
  const at = (projectId: string | null) => rows.find((row) => row.projectId === projectId) ?? null
  return { held: at(target.project?.id ?? null), onCloud: standing(at(null), now) }
}

export const notHeld = (
  { name }: MemberRow,
  { target: { cloud, project } }: Pick<Asking, 'target'>,
) =>
  new Problem(
    'not_found',
    project
      ? `${isolated(name)} has no role of their own in the project ${isolated(project.name)}.`
      : `${isolated(name)} has no role on the cloud ${isolated(cloud.name)}.`,
  )

/** Somebody's standing role on the target, for whoever takes it. The rules are asked where the asker may know of them. */
export async function heldRow(
  context: Asking,
  named: Whose,
  rules: (member: MemberRow) => void,
): Promise<{ member: MemberRow; row: Row }> {
  const { db, self, now } = context
  const member = await memberNamed(db, named)
  const { held } = await rowsOf(context, member)
  const row = standing(held, now)
  if (row || self.role === 'owner' || self.id === member.id) rules(member)
  if (row) return { member, row }
  throw self.role === 'owner' ? notHeld(member, context) : noSuchMember()
}
