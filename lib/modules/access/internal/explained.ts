import 'server-only'
import type { z } from 'zod'
import { whoMay } from '@/lib/domain/decide'
import { explain } from '@/lib/domain/explain'
import type { Explanation as Derived, Held } from '@/lib/domain/explanation'
import { entryOf, type Permission } from '@/lib/domain/permissions'
import { invalidInput } from '@/lib/kernel/problem'
import { nearestDeciders } from '@/lib/platform/db/deciders'
import type { ReadDb } from '@/lib/platform/db/doors'
import type { Explanation } from '../explanation'
import { fits, type Resource, unfitting } from '../question'
import type { Asked } from './member-access'

type Question = { permission: Permission; resource: Resource }

/** The derivation of a decision, with the rows and the people that its words need. */
export async function explained(
  { db, now }: { db: ReadDb; now: Date },
  { permission, resource }: Question,
  { member, target, access }: Asked,
): Promise<z.input<typeof Explanation>> {
  if (!fits(permission, resource.kind)) {
    throw invalidInput([{ pointer: '#/resource', detail: unfitting(permission) }])
  }
  const derived = explain(access, permission)
  const asked = { db, memberId: member.id, target, now }
  return {
    ...derived,
    permission,
    label: entryOf(permission).label,
    place: await placeNamed(db, resource, target),
    member,
    bindings: await rowsNamed(db, access),
    deciders: await decidersOf(asked, derived),
  }
}

async function placeNamed(db: ReadDb, { id }: Resource, target: Asked['target']) {
  if (!target) {
    const { name } = await db.organization.findFirstOrThrow({ select: { name: true } })
    return { kind: 'organization' as const, id, name, cloud: null, isPublic: null }
  }
  const { project, cloud } = target
  return project
    ? {
        kind: 'project' as const,
        id: project.id,
        name: project.name,
        cloud: { id: cloud.id, name: cloud.name },
        isPublic: project.isPublic,
      }
    : { kind: 'cloud' as const, id: cloud.id, name: cloud.name, cloud: null, isPublic: null }
}

async function rowsNamed(db: ReadDb, { chain }: Held) {
  const ids = [...(chain?.cloud ?? []), ...(chain?.project?.bindings ?? [])].map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db.roleBinding.findMany({
    where: { id: { in: ids } },
    include: { createdBy: { select: { id: true, name: true, endedAt: true } } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ createdBy, ...row }) => ({
    ...row,
    createdBy: createdBy && {
      id: createdBy.id,
      name: createdBy.name,
      removed: createdBy.endedAt !== null,
    },
  }))
}

type About = { db: ReadDb; memberId: string; target: Asked['target']; now: Date }

/** Who could give what is missing, or take what there is, for each permission that this asks for. */
async function decidersOf({ db, memberId, target, now }: About, { grants, supports }: Derived) {
  const named = [...grants, ...supports].flat().map(({ by }) => by)
  const permissions = [...new Set(named)].filter((by) => by !== null)
  const found: z.input<typeof Explanation>['deciders'] = []
  for (const permission of permissions) {
    const { level } = entryOf(permission)
    const nearest = await nearestDeciders(db, memberId, target, level, now)
    found.push({ permission, words: whoMay(permission), ...nearest })
  }
  return found
}
