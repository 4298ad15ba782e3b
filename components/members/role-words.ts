import { permissionsOf } from '@/lib/domain/decide'
import { type OrganizationRole, permissions } from '@/lib/domain/permissions'

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** What `role` may do that `other` may not, in the words of the permission table. */
export function rightsBeyond(role: OrganizationRole, other: OrganizationRole): string[] {
  const without = permissionsOf(other)
  return permissionsOf(role)
    .filter((permission) => !without.includes(permission))
    .map((permission) => permissions[permission].label)
}

const everybody = permissionsOf('collaborator').map((permission) => permissions[permission].label)

/** The two roles with what each may do, for radio cards. */
export const roleOptions = [
  {
    value: 'collaborator',
    label: 'Collaborator',
    description: `Can ${listed.format(everybody)}.`,
  },
  {
    value: 'owner',
    label: 'Owner',
    description: `All that, and can ${listed.format(rightsBeyond('owner', 'collaborator'))}.`,
  },
] as const
