import { entryOf, permissionNames, permissions } from '@/lib/domain/permissions'
import {
  type OrganizationLimit,
  organizationLimitLabels,
  organizationLimits,
} from '@/lib/domain/roles'
import { listed } from './role-words'

/** What these deny roles take, in the words of the policy table. */
export const withheldBy = (limits: readonly OrganizationLimit[]) =>
  permissionNames
    .filter((permission) => {
      const entry = entryOf(permission)
      const taken = entry.level === 'organization' ? entry.withheldBy : undefined
      return limits.some((limit) => taken?.includes(limit))
    })
    .map((permission) => ({ permission, label: permissions[permission].label }))

/** The deny roles of the organization with what each takes, for a list of checkboxes. */
export const limitOptions = organizationLimits.map((value) => ({
  value,
  label: organizationLimitLabels[value],
  description: `May not ${listed.format(withheldBy([value]).map(({ label }) => label))}.`,
}))

export const limitsSaid = (limits: readonly OrganizationLimit[]) =>
  limits.length === 0
    ? 'no deny roles'
    : listed.format(limits.map((limit) => organizationLimitLabels[limit]))
