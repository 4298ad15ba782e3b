import 'server-only'
import type { z } from 'zod'
import { type Chain, tierOnCloud, tierOnProject } from '@/lib/domain/decide'
import { heldBackInProject, heldBackOnCloud } from '@/lib/domain/held-back'
import { originsOf } from '@/lib/domain/reach'
import type * as Db from '@/lib/platform/db/access-tree'
import type { Holder } from '@/lib/platform/db/holders'
import { chainOf } from '@/lib/platform/db/targets'
import type { TreeCloud, TreeProject } from '../reach'
import { heldBy } from './held-by'

const some = <T>(one: T | null): T[] => (one ? [one] : [])

/** A cloud of somebody's tree. What it comes to is said by `decide`, not by the statement that found it. */
export function branchOf(
  cloud: Db.TreeCloud,
  whom: Holder,
  { now, projects: most }: { now: Date; projects: number },
): z.input<typeof TreeCloud> {
  const { id, name, isDefault, binding, projects } = cloud
  const chain = chainOf(some(binding), null, now)
  const access = heldBy(whom, chain)
  const [held] = chain.cloud
  const { role, readOnly } = held ?? {}
  return {
    id,
    name,
    isDefault,
    tier: tierOnCloud(access),
    origins: originsOf(access, 'cloud.read'),
    given: held
      ? {
          ...timesOf(held),
          role: role as string,
          readOnly: readOnly ?? false,
          heldBack: heldBackOnCloud(access, held),
        }
      : null,
    projects: projects.slice(0, most).map((project) => leafOf(project, cloud, whom, now)),
    moreProjects: projects.length > most,
  }
}

function leafOf(
  { binding, ...project }: Db.TreeProject,
  cloud: Db.TreeCloud,
  whom: Holder,
  now: Date,
): z.input<typeof TreeProject> {
  const chain = chainOf([...some(cloud.binding), ...some(binding)], project, now)
  const access = heldBy(whom, chain)
  const held = chain.project?.bindings[0]
  const given = held && {
    ...timesOf(held),
    role: held.role,
    heldBack: heldBackInProject(access, held),
  }
  const { id, name, isPublic, isDefault } = project
  return {
    ...{ id, name, isPublic, isDefault },
    tier: tierOnProject(access),
    origins: originsOf(access, 'project.read'),
    given: given ?? null,
  }
}

const timesOf = ({ id, origin, startsAt, endsAt }: Chain['cloud'][number] | ProjectHeld) => ({
  id,
  origin,
  startsAt,
  endsAt,
})
type ProjectHeld = NonNullable<Chain['project']>['bindings'][number]
