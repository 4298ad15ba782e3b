import { type Access, decide } from '@/lib/domain/decide'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import type { Denial } from '@/lib/domain/problems'
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
import { cloudChangeDenial, projectRemovalDenial } from '@/lib/modules/bindings/binding-rules'
import {
  removalDenial,
  roleChangeDenial,
  suspensionDenial,
} from '@/lib/modules/members/member-rules'

export const levels = ['organization', 'cloud', 'project'] as const
export type Level = (typeof levels)[number]
export const levelLabels: Record<Level, string> = {
  organization: 'Organization',
  cloud: 'Cloud',
  project: 'Project',
}

/** `taken`: a limit takes it away, whatever else is given. `not_self`: allowed, but never on oneself. */
export type Cell = 'allowed' | 'not_self' | 'taken' | 'none'
/** A role, or a limit, as a column. `id` is its address. */
export type RoleColumn = {
  id: string
  level: Level
  label: string
  limit: boolean
  /** What it alone comes to, for each permission. */
  cells: Readonly<Record<Permission, Cell>>
}
/** What somebody holds who has a role alone, and what they would hold without it. */
type Compared = Omit<RoleColumn, 'cells'> & { held: Access; without: Access }

const self = { id: 'self', name: '', email: '', role: 'collaborator' }
const standing = { selfId: self.id, owners: 2 }
/** What the row rules say of one's own row (facts §1.3, 1.4, 1.6). */
const onSelf: Partial<Record<Permission, Denial | null>> = {
  'member.change_role': roleChangeDenial(self, 'owner', standing),
  'member.remove': removalDenial(self, standing),
  'member.suspend': suspensionDenial(self, standing),
  'cloud.grant': cloudChangeDenial(self, standing),
  'project.grant': projectRemovalDenial(self, standing),
}

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

const compared: readonly Compared[] = [
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

/** `decide` with the role, beside `decide` without it. */
function cellIn({ held, without, limit }: Compared, permission: Permission): Cell {
  const before = decide(without, permission).allowed
  const after = decide(held, permission).allowed
  if (limit) return before && !after ? 'taken' : 'none'
  if (!after || before) return 'none'
  return onSelf[permission] ? 'not_self' : 'allowed'
}

/** The whole table. It is the same as long as the program runs. */
export const roleColumns: readonly RoleColumn[] = compared.map((one) => {
  const cells = permissionNames.map((permission) => [permission, cellIn(one, permission)])
  const { held: _, without: __, ...column } = one
  return { ...column, cells: Object.fromEntries(cells) }
})

export const roleById = (id: string) => roleColumns.find((column) => column.id === id)

export type PermissionRow = { permission: Permission; level: Level; label: string }

/** Every line of the policy, in its order, by the level at which it is asked. */
export const permissionRows: readonly PermissionRow[] = levels.flatMap((level) =>
  permissionNames
    .filter((permission) => entryOf(permission).level === level)
    .map((permission) => ({ permission, level, label: entryOf(permission).label })),
)

/** Whether these roles are not all alike in it. */
export const differs = (columns: readonly RoleColumn[], permission: Permission) =>
  new Set(columns.map(({ cells }) => cells[permission])).size > 1
