import type { Permission } from '@/lib/domain/permissions'
import { type PlaceRole, roleOfTier, type Tier } from '@/lib/domain/roles'
import type { MemberOfAccess, TreeCloud, TreeProject } from '@/lib/modules/access/reach'

/** What is shown of a tree: what is in effect, or what was given. */
export type TreeView = 'effect' | 'granted'

/** The answer of `access.tree`. */
export type AccessTreePage = {
  rows: TreeCloud[]
  next: string | null
  previous: string | null
  member: MemberOfAccess
  suspended: boolean
}

/** One line of the tree below the organization. */
export type Line =
  | { on: 'cloud'; node: TreeCloud; cloud: TreeCloud }
  | { on: 'project'; node: TreeProject; cloud: TreeCloud }

/** The role as it was given; null: no row says so (public, implicit). */
export function grantedOf(line: Line): PlaceRole | null {
  if (line.on === 'project') {
    return line.node.given && { on: 'project', role: line.node.given.role }
  }
  const { given } = line.node
  return given && { on: 'cloud', role: given.role, readOnly: given.readOnly }
}

/** The role in effect: the given one where it counts, else what they come to. */
export function effectOf(line: Line): PlaceRole | null {
  const { tier, given } = line.node
  if (!tier) return null
  const granted = line.on === 'cloud' && given?.heldBack === null ? grantedOf(line) : null
  return granted ?? roleOfTier(line.on, tier)
}

/** A given role of which less is left, or nothing. */
export const isHeldBack = ({ node }: Line) => node.given !== null && node.given.heldBack !== null

/** When what is in effect ends, should nobody change anything: with a role of its own, or with the one on its cloud. */
export function endOf({ node, cloud }: Line): string | null {
  if (!node.tier) return null
  const ends = [node, cloud].flatMap(({ given }) =>
    given?.endsAt && (given.heldBack === null || given.heldBack === 'cloud_read_only')
      ? [given.endsAt]
      : [],
  )
  return ends.sort()[0] ?? null
}

/** What to ask when somebody wants to know why: the most that their tier permits, and no lower one does. */
const asked: Record<'cloud' | 'project', Record<Tier, Permission>> = {
  cloud: { owner: 'cloud.grant', write: 'project.create', readonly: 'cloud.read' },
  project: { owner: 'project.grant', write: 'workload.run', readonly: 'project.read' },
}
export const askedOf = ({ on, node }: Line): Permission => asked[on][node.tier ?? 'readonly']

/** The lines of a page of clouds, in order. */
export const linesOf = (clouds: readonly TreeCloud[]): Line[] =>
  clouds.flatMap((cloud): Line[] => [
    { on: 'cloud', node: cloud, cloud },
    ...cloud.projects.map((node): Line => ({ on: 'project', node, cloud })),
  ])
