import {
  type Entry,
  entryOf,
  type OrganizationPermission,
  organizationPermissionNames,
  type Permission,
  permissionNames,
} from './permissions'
import { tiersOf } from './permissions-of-resources'
import {
  type CloudRole,
  cloudTier,
  higher,
  type OrganizationLimit,
  type OrganizationRole,
  organizationLimitLabels,
  type ProjectRole,
  roleLabels,
  type StoredOrigin,
  type Tier,
} from './roles'

/** One row of who holds what. Null times: from ever, for ever. */
export type Binding = {
  id: string
  origin: StoredOrigin
  startsAt: Date | null
  endsAt: Date | null
}
export type CloudBinding = Binding & { role: CloudRole; readOnly: boolean }
export type ProjectBinding = Binding & { role: ProjectRole }

/** What somebody holds on the way to a cloud, or to a project of it, at a moment. */
export type Chain = {
  at: Date
  cloud: readonly CloudBinding[]
  project?: { isPublic: boolean; bindings: readonly ProjectBinding[] }
}

/** What a caller holds for one target. A ceiling (an API key's upper bound) only ever narrows. */
export type Access = {
  organizationRole: OrganizationRole | null
  limits?: readonly OrganizationLimit[]
  ceiling?: readonly Permission[]
  /** When the target is a cloud or a project. */
  chain?: Chain
}

export type Decision = { allowed: true } | { allowed: false; reason: string }

export type Denials = Partial<Record<OrganizationPermission, string>>

/** Answers "may this access do that?" from the policy table alone; a denial names the roles that could. */
export function decide(access: Access, permission: Permission): Decision {
  const entry = entryOf(permission)
  if (access.ceiling && !access.ceiling.includes(permission)) {
    return { allowed: false, reason: `This key may not ${entry.label}.` }
  }
  const limit = limitOn(access, entry)
  if (limit) {
    return { allowed: false, reason: `${organizationLimitLabels[limit]} may not ${entry.label}.` }
  }
  if (grants(access, permission)) return { allowed: true }
  return { allowed: false, reason: denialSentence(permission) }
}

/** What a role does not let somebody do in the organization, with the sentences that say so. */
export const denialsOf = (organizationRole: OrganizationRole): Denials =>
  Object.fromEntries(
    organizationPermissionNames.flatMap((permission) => {
      const decision = decide({ organizationRole }, permission)
      return decision.allowed ? [] : [[permission, decision.reason]]
    }),
  )

/** What is said to whoever holds no role that could. */
export const denialSentence = (permission: Permission): string =>
  `Only ${whoMay(permission)} can ${entryOf(permission).label}.`

const limitOn = ({ limits = [] }: Access, entry: Entry) =>
  entry.level === 'organization'
    ? limits.find((limit) => entry.withheldBy?.includes(limit))
    : undefined

function grants(access: Access, permission: Permission): boolean {
  const entry = entryOf(permission)
  const role = access.organizationRole
  if (entry.level === 'organization')
    return role !== null && entry.grants.organization.includes(role)
  const tier = entry.level === 'cloud' ? tierOnCloud(access) : tierOnProject(access)
  return tier !== null && tiersOf(entry).includes(tier)
}

/** Whether a binding counts at a moment: from its start on, and no longer at its end. */
export const counts = ({ startsAt, endsAt }: Pick<Binding, 'startsAt' | 'endsAt'>, at: Date) =>
  (startsAt === null || startsAt <= at) && (endsAt === null || at < endsAt)

/** What somebody is on the cloud of the chain: organization owners own every cloud (facts §1.2), a limit caps the rest. */
export function tierOnCloud({ organizationRole, chain }: Access): Tier | null {
  if (!organizationRole || !chain) return null
  if (organizationRole === 'owner') return 'owner'
  const held = chain.cloud.filter((binding) => counts(binding, chain.at))
  const limited = held.some(({ readOnly }) => readOnly)
  return held.map(({ role }) => cloudTier(role, limited)).reduce<Tier | null>(higher, null)
}

/**
 * What somebody is in the project of the chain. Nothing without a role on its cloud; cloud owners own it; in a public one
 * everybody on the cloud writes; who is read-only on the cloud reads, whatever else is given (facts §1.3, 1.4).
 */
export function tierOnProject(access: Access): Tier | null {
  const onCloud = tierOnCloud(access)
  const { chain } = access
  if (!onCloud || !chain?.project) return null
  if (onCloud === 'owner') return 'owner'
  const { at, project } = chain
  const held = project.bindings.filter((binding) => counts(binding, at))
  const open: Tier | null = project.isPublic ? 'write' : null
  const tier = held.map(({ role }) => role).reduce<Tier | null>(higher, open)
  return tier && onCloud === 'readonly' ? 'readonly' : tier
}

/** What somebody is at the place of the chain, be it a cloud or a project. */
export const tierAt = (access: Access): Tier | null =>
  access.chain?.project ? tierOnProject(access) : tierOnCloud(access)

/** The roles that could, in words: "owners", "cloud owners or collaborators", "people with access to the project". */
export function whoMay(permission: Permission): string {
  const entry = entryOf(permission)
  if (entry.level === 'organization') {
    return entry.grants.organization
      .map((role) => `${roleLabels[role].toLowerCase()}s`)
      .join(' or ')
  }
  return holders[entry.level][tiersOf(entry).at(-1) ?? 'owner']
}
const holders = {
  cloud: {
    owner: 'owners of the cloud',
    write: 'owners and collaborators of the cloud',
    readonly: 'people with access to the cloud',
  },
  project: {
    owner: 'owners of the project',
    write: 'people who may write in the project',
    readonly: 'people with access to the project',
  },
} as const satisfies Record<'cloud' | 'project', Record<Tier, string>>

/** The permissions an organization role holds, in table order, for "what you may do". */
export const permissionsOf = (role: OrganizationRole): Permission[] =>
  permissionNames.filter((permission) => decide({ organizationRole: role }, permission).allowed)
