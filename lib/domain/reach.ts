import { type Access, counts, decide } from './decide'
import { entryOf, type Permission } from './permissions'
import { tiersOf } from './permissions-of-resources'
import { type Origin, rank } from './roles'
import { turningPoint } from './turning-point'

/** The least that one must be on a cloud or in a project to have a permission; null for one of the organization. */
export function leastRank(permission: Permission): number | null {
  const entry = entryOf(permission)
  if (entry.level === 'organization') return null
  return Math.min(...tiersOf(entry).map(rank))
}

/** By which ways somebody has a permission on the target of their chain; each alone would do. */
export function originsOf(access: Access, permission: Permission): Origin[] {
  const { chain } = access
  const may = (given: typeof chain) => decide({ ...access, chain: given }, permission).allowed
  if (!chain || !may(chain) || entryOf(permission).level === 'organization') return []
  if (access.organizationRole === 'owner') return ['implicit_owner']
  const { project } = chain
  if (!project || entryOf(permission).level === 'cloud') {
    return chain.cloud.filter((held) => counts(held, chain.at)).map(({ origin }) => origin)
  }
  const only = (isPublic: boolean, bindings: typeof project.bindings) =>
    may({ ...chain, project: { isPublic, bindings } })
  if (only(false, [])) return ['implicit_owner'] // of a cloud's owners
  return [
    ...project.bindings.filter((held) => only(false, [held])).map(({ origin }) => origin),
    ...(project.isPublic && only(true, []) ? (['public_project'] as const) : []),
  ]
}

/** When somebody who has a permission will have it no more, should nobody change anything. Null: never, or they have not. */
export const endOf = (access: Access, permission: Permission): Date | null =>
  decide(access, permission).allowed ? turningPoint(access, permission) : null
