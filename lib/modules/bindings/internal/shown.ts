import 'server-only'
import type { z } from 'zod'
import { type Chain, type CloudBinding, type ProjectBinding, tierAt } from '@/lib/domain/decide'
import type { OrganizationRole } from '@/lib/domain/roles'
import type { ReadDb } from '@/lib/platform/db/doors'
import type { Target } from '@/lib/platform/db/targets'
import type { OnCloud, OnProject } from '../binding'
import { columns, holderOf, type MemberRow } from './members'

type Context = { db: Pick<ReadDb, 'roleBinding'>; now: Date; target: Target }

const withPeople = {
  membership: { select: columns },
  createdBy: { select: { id: true, name: true, endedAt: true } },
} as const

/** The rows on a cloud of these members, as lists show them. */
export async function shownOnCloud(
  { db, now, target: { cloud } }: Context,
  memberIds: string[],
): Promise<Map<string, z.input<typeof OnCloud>>> {
  const where = { cloudId: cloud.id, membershipId: { in: memberIds } }
  const rows = await db.roleBinding.findMany({
    where: { ...where, projectId: null },
    include: withPeople,
  })
  const counts = await db.roleBinding.groupBy({
    by: ['membershipId'],
    where: { ...where, projectId: { not: null } },
    _count: { id: true },
  })
  const projects = new Map(counts.map((each) => [each.membershipId, each._count.id]))
  return new Map(
    rows.map((row) => [
      row.membershipId,
      {
        ...common(row, row.membership),
        readOnly: row.readOnly,
        tier: inEffect(row.membership, { at: now, cloud: [row as CloudBinding] }),
        projects: projects.get(row.membershipId) ?? 0,
      },
    ]),
  )
}

/** The rows in a project of these members, as lists show them. */
export async function shownInProject(
  { db, now, target: { cloud, project } }: Context,
  memberIds: string[],
): Promise<Map<string, z.input<typeof OnProject>>> {
  if (!project) return new Map()
  const where = { cloudId: cloud.id, membershipId: { in: memberIds } }
  const rows = await db.roleBinding.findMany({
    where: { ...where, projectId: project.id },
    include: withPeople,
  })
  const onClouds = await db.roleBinding.findMany({ where: { ...where, projectId: null } })
  const clouds = new Map(onClouds.map((row) => [row.membershipId, row as CloudBinding]))
  const { isPublic } = project
  return new Map(
    rows.map((row) => {
      const onCloud = clouds.get(row.membershipId)
      const chain = {
        at: now,
        cloud: onCloud ? [onCloud] : [],
        project: { isPublic, bindings: [row as ProjectBinding] },
      }
      const isOnCloud = inEffect(row.membership, { at: now, cloud: chain.cloud }) !== null
      return [
        row.membershipId,
        {
          ...common(row, row.membership),
          readOnly: onCloud?.readOnly ?? false,
          tier: inEffect(row.membership, chain),
          onCloud: onCloud && isOnCloud ? { role: onCloud.role, readOnly: onCloud.readOnly } : null,
        },
      ]
    }),
  )
}

/** What a row comes to now, with all that caps it. */
function inEffect({ role, suspendedAt }: MemberRow, chain: Chain) {
  if (suspendedAt) return null
  return tierAt({ organizationRole: role as OrganizationRole, chain })
}

type Row = z.input<typeof OnCloud>['binding'] & { role: string }
type Giver = { id: string; name: string; endedAt: Date | null } | null

const common = (
  row: Omit<Row, 'createdBy'> & { createdBy: Giver; origin: string },
  member: MemberRow,
) => ({
  member: holderOf(member),
  role: row.role,
  origin: row.origin as 'direct',
  binding: {
    ...row,
    createdBy: row.createdBy && {
      id: row.createdBy.id,
      name: row.createdBy.name,
      removed: row.createdBy.endedAt !== null,
    },
  },
})

/** The one row of a member that must be there. */
export async function shownOne<T>(
  shown: (context: Context, ids: string[]) => Promise<Map<string, T>>,
  context: Context,
  { id }: { id: string },
): Promise<T> {
  const row = (await shown(context, [id])).get(id)
  if (!row) throw new Error(`The role of ${id} is gone.`)
  return row
}
