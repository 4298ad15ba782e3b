import 'server-only'
import { counts, tierOnCloud, tierOnProject } from '@/lib/domain/decide'
import type { Tier } from '@/lib/domain/roles'
import type { ReportRow } from '@/lib/platform/db/access-report'
import { chainOf } from '@/lib/platform/db/targets'
import { heldBy } from './held-by'

type Role = { id: string; name: string; role: Tier }

/** The roles of one person that count, as what they come to. */
export function reportedOf(row: ReportRow, now: Date) {
  const { id, userId, kind, name, email, bindings } = row
  const clouds = new Map<string, Role & { projects: Role[] }>()
  for (const binding of bindings.filter(({ on }) => on === 'cloud')) {
    const tier = tierOnCloud(heldBy(row, chainOf([binding], null, now)))
    if (tier) clouds.set(binding.cloud.id, { ...binding.cloud, role: tier, projects: [] })
  }
  for (const { cloud, project, ...binding } of bindings) {
    const onCloud = bindings.filter((other) => other.on === 'cloud' && other.cloud.id === cloud.id)
    // What the role alone comes to: that everybody writes there is nobody's own.
    const chain = project && chainOf([...onCloud, binding], { isPublic: false }, now)
    const tier = chain && tierOnProject(heldBy(row, chain))
    if (project && tier && counting(chain)) {
      clouds.get(cloud.id)?.projects.push({ id: project.id, name: project.name, role: tier })
    }
  }
  return { id, userId, kind, name, email, clouds: [...clouds.values()] }
}

const counting = ({ at, project }: ReturnType<typeof chainOf>) =>
  project?.bindings.some((binding) => counts(binding, at)) ?? false
