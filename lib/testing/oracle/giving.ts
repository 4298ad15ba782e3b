import { type CloudBinding, decide, type ProjectBinding } from '@/lib/domain/decide'
import type { Grant } from '@/lib/domain/explanation'
import { type Permission, permissionNames } from '@/lib/domain/permissions'
import { cloudRoles, cloudTier, projectRoles, type Tier, tiers } from '@/lib/domain/roles'
import { always, heldIn, may, NOW, type World } from './small-worlds'

/** All subsets. */
export function subsets<T>(all: readonly T[]): T[][] {
  const [first, ...others] = all
  if (first === undefined) return [[]]
  return subsets(others).flatMap((set) => [set, [first, ...set]])
}
const rank = (tier: Tier | null) => (tier ? 3 - tiers.indexOf(tier) : 0)
const isLive = (row: { startsAt: Date | null; endsAt: Date | null }) =>
  (row.startsAt?.getTime() ?? 0) <= NOW && NOW < (row.endsAt?.getTime() ?? Number.POSITIVE_INFINITY)

/** Every world to which giving could lead: nothing stored that counts becomes less. `steps` is how many things were given. */
function reachable(one: World): { to: World; steps: number }[] {
  const cloudTierNow =
    one.cloud && isLive(one.cloud) ? cloudTier(one.cloud.role, one.cloud.readOnly) : null
  const projectTierNow = one.project && isLive(one.project) ? one.project.role : null
  const clouds = cloudRoles.flatMap((role) =>
    [true, false]
      .filter((readOnly) => !(readOnly && role === 'owner'))
      .filter((readOnly) => rank(cloudTier(role, readOnly)) > rank(cloudTierNow))
      .map(
        (readOnly): CloudBinding => ({ id: 'new', role, readOnly, origin: 'direct', ...always }),
      ),
  )
  const projects = projectRoles
    .filter((role) => rank(role) > rank(projectTierNow))
    .map((role): ProjectBinding => ({ id: 'new', role, origin: 'direct', ...always }))
  const back = one.suspendedAs ?? 'collaborator'
  const roles: [World['role'], number][] =
    one.role === null
      ? [
          [back, 1],
          ['owner', back === 'owner' ? 1 : 2],
        ]
      : [
          [one.role, 0],
          ['owner', one.role === 'owner' ? 0 : 1],
        ]
  const found: { to: World; steps: number }[] = []
  for (const [role, roleSteps] of roles)
    for (const cloud of [one.cloud, ...(one.place === 'organization' ? [] : clouds)])
      for (const project of [one.project, ...(one.place === 'project' ? projects : [])])
        for (const limits of subsets(one.limits))
          for (const ceiling of one.ceiling ? [one.ceiling, undefined] : [undefined]) {
            const steps = [
              roleSteps,
              Number(cloud !== one.cloud),
              Number(project !== one.project),
              one.limits.length - limits.length,
              Number(ceiling !== one.ceiling),
            ].reduce((sum, some) => sum + some, 0)
            found.push({ to: { ...one, role, cloud, project, limits, ceiling }, steps })
          }
  return found
}
/** Everything that a world permits at its place, a bit for each permission. A key's bound is no power of the member. */
export const powerOf = (one: World) => {
  const held = heldIn({ ...one, ceiling: undefined })
  return permissionNames.reduce(
    (bits, name, at) => (decide(held, name).allowed ? bits | (1n << BigInt(at)) : bits),
    0n,
  )
}
const isLess = (one: bigint, other: bigint) => one !== other && (one & other) === one

/** The least powers by which a permission is to be had, and the fewest things that lead to one of them. */
export function leastPowers(one: World, asked: Permission) {
  const steps = new Map<bigint, number>()
  for (const way of reachable(one).filter(({ to }) => may(to, asked))) {
    const power = powerOf(way.to)
    steps.set(power, Math.min(way.steps, steps.get(power) ?? Number.POSITIVE_INFINITY))
  }
  const least = [...steps].filter(
    ([power]) => ![...steps.keys()].some((other) => isLess(other, power)),
  )
  const fewest = Math.min(...least.map(([, count]) => count))
  return {
    fewest,
    powers: new Set(least.filter(([, count]) => count === fewest).map(([power]) => power)),
  }
}

/** How much is written down, also where less of it counts. */
export const stored = (grants: Grant[]) =>
  grants
    .map((grant) =>
      grant.kind === 'project_role'
        ? rank(grant.role)
        : grant.kind === 'cloud_role'
          ? rank(grant.tier)
          : 0,
    )
    .reduce((sum, one) => sum + one, 0)

/** A world after a grant, applied to its rows by hand. */
export function given(one: World, grant: Grant): World {
  switch (grant.kind) {
    case 'restore':
      return { ...one, role: one.suspendedAs ?? null }
    case 'join':
      return { ...one, role: 'collaborator' }
    case 'organization_role':
      return { ...one, role: 'owner' }
    case 'cloud_role': {
      const { role, readOnly } = grant
      return { ...one, cloud: { id: 'new', role, readOnly, origin: 'direct', ...always } }
    }
    case 'project_role':
      return { ...one, project: { id: 'new', role: grant.role, origin: 'direct', ...always } }
    case 'lift_limit':
      return { ...one, limits: one.limits.filter((limit) => limit !== grant.limit) }
    case 'another_key':
      return { ...one, ceiling: undefined }
  }
}
