import { type Access, decide } from '@/lib/domain/decide'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import {
  cloudLimitLabel,
  cloudRoleLabels,
  cloudRoles,
  organizationLimitLabels,
  organizationLimits,
  organizationRoles,
  projectRoleLabels,
  projectRoles,
  roleLabels,
} from '@/lib/domain/roles'

export type Level = 'organization' | 'cloud' | 'project'
export const levels = ['organization', 'cloud', 'project'] as const
export const levelLabels: Record<Level, string> = {
  organization: 'Organization',
  cloud: 'Cloud',
  project: 'Project',
}

/** A role, or a limit, as a column. `id` is its address. */
export type RoleColumn = {
  id: string
  level: Level
  label: string
  limit: boolean
  /** What somebody holds who has this alone, and what they would hold without it. */
  held: Access
  without: Access
}
/** `taken`: a limit takes it away, whatever else is given. `not_self`: allowed, but never on oneself. */
export type Cell = 'allowed' | 'not_self' | 'taken' | 'none'

/** What a row rule keeps from everybody when the row is their own (facts §1.3, 1.4, 1.6). */
const neverOnSelf: ReadonlySet<Permission> = new Set<Permission>([
  'member.change_role',
  'member.remove',
  'member.suspend',
  'cloud.grant',
  'project.grant',
])

const at = new Date(0)
const row = { id: '', origin: 'direct', startsAt: null, endsAt: null } as const
const nothing: Access = {
  organizationRole: 'collaborator',
  chain: { at, cloud: [], project: { isPublic: false, bindings: [] } },
}
type Held = NonNullable<Access['chain']>['cloud'][number]
const onCloud = (...cloud: Pick<Held, 'role' | 'readOnly'>[]): Access => ({
  ...nothing,
  chain: {
    at,
    cloud: cloud.map((held) => ({ ...row, ...held })),
    project: { isPublic: false, bindings: [] },
  },
})
const inProject = (role: (typeof projectRoles)[number], readOnly: boolean): Access => ({
  ...nothing,
  chain: {
    at,
    cloud: [{ ...row, role: 'collaborator', readOnly }],
    project: { isPublic: false, bindings: [{ ...row, role }] },
  },
})
const nobody: Access = { organizationRole: null }

export const roleColumns: readonly RoleColumn[] = [
  ...organizationRoles.map((role) => ({
    id: `organization-${role}`,
    level: 'organization' as const,
    label: roleLabels[role],
    limit: false,
    held: { ...nothing, organizationRole: role },
    without: nobody,
  })),
  ...organizationLimits.map((limit) => ({
    id: limit.replaceAll('_', '-'),
    level: 'organization' as const,
    label: organizationLimitLabels[limit],
    limit: true,
    held: { ...nothing, limits: [limit] },
    without: nothing,
  })),
  ...cloudRoles.map((role) => ({
    id: `cloud-${role.replaceAll('_', '-')}`,
    level: 'cloud' as const,
    label: cloudRoleLabels[role],
    limit: false,
    held: onCloud({ role, readOnly: false }),
    without: nothing,
  })),
  {
    id: 'cloud-read-only',
    level: 'cloud',
    label: cloudLimitLabel,
    limit: true,
    held: inProject('owner', true),
    without: inProject('owner', false),
  },
  ...projectRoles.map((role) => ({
    id: `project-${role}`,
    level: 'project' as const,
    label: projectRoleLabels[role],
    limit: false,
    held: inProject(role, false),
    without: onCloud({ role: 'collaborator', readOnly: false }),
  })),
]

export const roleById = (id: string) => roleColumns.find((column) => column.id === id)

/** What a role alone comes to for one permission: `decide` with it, beside `decide` without it. */
export function cellOf({ held, without, limit }: RoleColumn, permission: Permission): Cell {
  const before = decide(without, permission).allowed
  const after = decide(held, permission).allowed
  if (limit) return before && !after ? 'taken' : 'none'
  if (!after || before) return 'none'
  return neverOnSelf.has(permission) ? 'not_self' : 'allowed'
}

export type PermissionRow = { permission: Permission; level: Level; label: string }

/** Every line of the policy, in its order, by the level at which it is asked. */
export const permissionRows: readonly PermissionRow[] = levels.flatMap((level) =>
  permissionNames
    .filter((permission) => entryOf(permission).level === level)
    .map((permission) => ({ permission, level, label: entryOf(permission).label })),
)

/** Whether these roles are not all alike in it. */
export const differs = (columns: readonly RoleColumn[], permission: Permission) =>
  new Set(columns.map((column) => cellOf(column, permission))).size > 1
