/** Roles and limits as they are stored and read back (anyscale-iam.md §1.1, anyscale-client.md §5). */
export const organizationRoles = ['owner', 'collaborator'] as const
export type OrganizationRole = (typeof organizationRoles)[number]

/** Deny roles of the organization: they take away, from owners too (facts §1.1). */
export const organizationLimits = ['image_reader', 'image_reader_no_base_images'] as const
export type OrganizationLimit = (typeof organizationLimits)[number]

/** `writer` and `collaborator` are two names with equal rights; the last three permit no more than read only. */
export const cloudRoles = [
  'owner',
  'writer',
  'collaborator',
  'project_viewer',
  'compute_config_viewer',
  'workload_operator',
] as const
export type CloudRole = (typeof cloudRoles)[number]

/** The deny role of a cloud: read-only in every project of it, whatever else is given. */
export const cloudLimit = 'cloud_read_only'

export const projectRoles = ['owner', 'write', 'readonly'] as const
export type ProjectRole = (typeof projectRoles)[number]

/** What a role comes to on a cloud or a project, most first. Each has all that the next one has. */
export const tiers = ['owner', 'write', 'readonly'] as const
export type Tier = (typeof tiers)[number]

/** How somebody came to a role. The last two are no rows: they are properties of whoever holds or of what is held. */
export const origins = [
  'direct',
  'auto_add',
  'creator',
  'public_project',
  'implicit_owner',
] as const
export type Origin = (typeof origins)[number]
export const storedOrigins = ['direct', 'auto_add', 'creator'] as const
export type StoredOrigin = (typeof storedOrigins)[number]

const cloudTiers: Record<CloudRole, Tier> = {
  owner: 'owner',
  writer: 'write',
  collaborator: 'write',
  project_viewer: 'readonly',
  compute_config_viewer: 'readonly',
  workload_operator: 'readonly',
}

/** What a cloud role comes to, beside the limit or without it. */
export const cloudTier = (role: CloudRole, readOnly: boolean): Tier =>
  readOnly ? 'readonly' : cloudTiers[role]

/** As the set queries of the database compare tiers (binding_rank): owner 3, write 2, readonly 1, none 0. */
export const rank = (tier: Tier | null): number => (tier ? tiers.length - tiers.indexOf(tier) : 0)

/** The higher of two tiers; null is none. */
export const higher = (one: Tier | null, other: Tier | null): Tier | null =>
  one && other ? (tiers.indexOf(one) <= tiers.indexOf(other) ? one : other) : (one ?? other)

export const roleLabels = {
  owner: 'Owner',
  collaborator: 'Collaborator',
} as const satisfies Record<OrganizationRole, string>

export const organizationLimitLabels = {
  image_reader: 'Image reader',
  image_reader_no_base_images: 'Image reader, no base images',
} as const satisfies Record<OrganizationLimit, string>

export const cloudRoleLabels = {
  owner: 'Cloud owner',
  writer: 'Cloud writer',
  collaborator: 'Cloud collaborator',
  project_viewer: 'Project viewer',
  compute_config_viewer: 'Compute config viewer',
  workload_operator: 'Workload operator',
} as const satisfies Record<CloudRole, string>
export const cloudLimitLabel = 'Cloud read only'

export const projectRoleLabels = {
  owner: 'Project owner',
  write: 'Write',
  readonly: 'Read-only',
} as const satisfies Record<ProjectRole, string>

/** A role on a cloud or in a project as it is stored: `readOnly` is the limit of a cloud. */
export type PlaceRole =
  | { on: 'cloud'; role: CloudRole; readOnly: boolean }
  | { on: 'project'; role: ProjectRole }

type Named = { on: PlaceRole['on']; role: string; readOnly?: boolean }
/** "Cloud collaborator", "Write"; the limit, where there is one. Facts of later versions may name another role. */
export function placeRoleLabel({ on, role, readOnly }: Named): string {
  if (on === 'cloud' && readOnly) return cloudLimitLabel
  const labels: Record<string, string> = on === 'cloud' ? cloudRoleLabels : projectRoleLabels
  return labels[role] ?? 'a role'
}

/** The role by whose name a tier goes, where no row says it. */
export const roleOfTier = (on: PlaceRole['on'], tier: Tier): PlaceRole =>
  on === 'project'
    ? { on, role: tier }
    : { on, role: tier === 'owner' ? 'owner' : 'collaborator', readOnly: tier === 'readonly' }
