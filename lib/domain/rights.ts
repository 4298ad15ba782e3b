import { type Access, decide, permissionsOf } from './decide'
import { type Permission, permissionNames, permissions } from './permissions'
import type { OrganizationRole } from './roles'

/** One line of the policy table for one holder. */
export type Right = { permission: string; label: string; allowed: boolean; reason: string | null }

const inOrganization = permissionNames.filter(
  (permission) => permissions[permission].level === 'organization',
)

/** Every right in the organization, with whether this access has it, and if not, who can. Those at a place need a place. */
export const rightsWith = (access: Access): Right[] =>
  inOrganization.map((permission) => {
    const decision = decide(access, permission)
    const { label } = permissions[permission]
    const reason = decision.allowed ? null : decision.reason
    return { permission, label, allowed: decision.allowed, reason }
  })

/** What `role` may do that `other` may not. */
export function rightsBeyond(role: OrganizationRole, other: OrganizationRole): Permission[] {
  const without = permissionsOf(other)
  return permissionsOf(role).filter((permission) => !without.includes(permission))
}

type NounOf<P extends string> = P extends `${infer Noun}.${string}` ? Noun : never

/** What rights are about, in the order of the table. */
export const rightNouns: Record<NounOf<Permission>, string> = {
  organization: 'Organization',
  access: 'Own access',
  member: 'People',
  session: 'Sessions',
  operation: 'Work on many people',
  invitation: 'Invitations',
  api_key: 'API keys',
  service_account: 'Service accounts',
  audit: 'Audit log',
  cloud: 'Clouds',
  project: 'Projects',
  workload: 'Workloads',
  compute_config: 'Compute configs',
  cluster: 'Clusters',
  image: 'Container images',
}

/** The same rights, by what they are about. */
export function byNoun<R extends { permission: string }>(rights: readonly R[]) {
  const found = new Map<string, R[]>()
  for (const right of rights) {
    const noun = right.permission.split('.')[0] as string
    found.set(noun, [...(found.get(noun) ?? []), right])
  }
  return [...found].map(([noun, some]) => ({
    noun,
    label: rightNouns[noun as keyof typeof rightNouns] ?? noun,
    rights: some,
  }))
}
