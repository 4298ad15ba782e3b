import { type OrganizationRole, type Permission, permissions, roleLabels } from './permissions'

/** What a caller holds for one target. A ceiling (an API key's upper bound) only ever narrows. */
export type Access = {
  organizationRole: OrganizationRole | null
  ceiling?: readonly Permission[]
}

export type Decision = { allowed: true } | { allowed: false; reason: string }

/** Answers "may this access do that?" from the policy table alone; a denial names the roles that could. */
export function decide(access: Access, permission: Permission): Decision {
  const { label, grants } = permissions[permission]
  const roles: readonly OrganizationRole[] = grants.organization
  if (access.ceiling && !access.ceiling.includes(permission)) {
    return { allowed: false, reason: `This key may not ${label}.` }
  }
  if (access.organizationRole && roles.includes(access.organizationRole)) return { allowed: true }
  return { allowed: false, reason: `Only ${whoMay(roles)} can ${label}.` }
}

const whoMay = (roles: readonly OrganizationRole[]) =>
  roles.map((role) => `${roleLabels[role].toLowerCase()}s`).join(' or ')

/** The permissions a role holds, in table order, for "what you may do". */
export const permissionsOf = (role: OrganizationRole): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter(
    (permission) => decide({ organizationRole: role }, permission).allowed,
  )
