import 'server-only'
import type { WriteDb } from '@/lib/platform/db/doors'
import {
  type BindingEvent,
  bindingFacts,
  bindingSubject,
  isOver,
  type Named,
  type Row,
} from './rows'

type Db = Pick<WriteDb, 'roleBinding' | 'project'>
type Whom = { id: string; name: string }
type Ending = { db: Db; now: Date; organizationId: string }
export type Because = 'removed' | 'left' | 'cloud_role_removed'

/** Takes a role on a cloud with all roles under it, in its projects. One that is over ends; the others are removed. */
export async function endOnCloud(
  { db, now, organizationId }: Ending,
  member: Whom,
  { cloud }: Pick<Named, 'cloud'>,
  row: Row | null,
): Promise<BindingEvent[]> {
  const where = { organizationId, membershipId: member.id, cloudId: cloud.id }
  const under = await db.roleBinding.findMany({
    where: { ...where, projectId: { not: null } },
    orderBy: { id: 'asc' },
  })
  const projects = await projectNames(db, under)
  await db.roleBinding.deleteMany({ where })
  return [
    ...(row ? [ended(row, member, { cloud, project: null }, now)] : []),
    ...under.map((each) => {
      const project = projects(each.projectId)
      return ended(each, member, { cloud, project }, now, 'cloud_role_removed')
    }),
  ]
}

/** Takes one role: on a cloud, with all under it. */
export async function endRow(context: Ending, member: Whom, place: Named, row: Row) {
  if (row.projectId === null) return endOnCloud(context, member, place, row)
  const { db, now, organizationId } = context
  await db.roleBinding.deleteMany({ where: { organizationId, id: row.id } })
  return [ended(row, member, place, now)]
}

/** The names of the projects that rows are in. */
export async function projectNames(
  db: { project: { findMany(query: object): Promise<{ id: string; name: string }[]> } },
  rows: readonly { projectId: string | null }[],
) {
  const ids = [...new Set(rows.flatMap(({ projectId }) => projectId ?? []))]
  const found = ids.length
    ? await db.project.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    : []
  const names = new Map(found.map((project) => [project.id, project]))
  return (id: string | null) => (id && names.get(id)) || null
}

/** The event of a row that is deleted. */
export function ended(
  row: Row,
  member: Whom,
  place: Named,
  now: Date,
  because?: Because,
): BindingEvent {
  const over = isOver(row, now)
  return {
    event: over ? 'role_binding.ended' : 'role_binding.removed',
    subject: bindingSubject(row, member),
    before: bindingFacts(row, member, place),
    ...(because && !over && { after: { because } }),
  }
}
