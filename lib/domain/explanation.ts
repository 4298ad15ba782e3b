import type { Access } from './decide'
import type { Permission } from './permissions'
import type {
  CloudRole,
  OrganizationLimit,
  OrganizationRole,
  ProjectRole,
  StoredOrigin,
  Tier,
} from './roles'

/** Somebody's access, and the role that a suspension keeps from counting. */
export type Held = Access & {
  suspendedAs?: OrganizationRole
  /** A service account: it never becomes an owner of the organization. */
  program?: true
}

/** A role that stands in a row, by its binding's id. */
type Row = { binding: string; origin: StoredOrigin; endsAt: Date | null; tier: Tier }

/** One step of why a decision is what it is, in order: member, what they hold, what that comes to, what it permits. */
export type Step =
  | { kind: 'member'; role: OrganizationRole }
  /** Suspended, or nobody here: whatever they hold does not count. */
  | { kind: 'no_member' }
  /** The key that asks is bound to less. */
  | { kind: 'ceiling' }
  | { kind: 'limit'; limit: OrganizationLimit }
  /** Organization owners own every cloud and every project. */
  | { kind: 'implicit_owner' }
  | (Row & { kind: 'cloud_role'; role: CloudRole; readOnly: boolean })
  | { kind: 'no_cloud_role' }
  /** Cloud owners own every project of it. */
  | { kind: 'cloud_owner' }
  | (Row & { kind: 'project_role'; role: ProjectRole })
  | { kind: 'public_project'; tier: Tier }
  | { kind: 'no_project_role' }
  /** What is given in the project comes to less, because of what they are on the cloud. */
  | { kind: 'cap'; from: Tier; to: Tier }
  /** The policy's line: what it asks for, and what there is. */
  | {
      kind: 'permission'
      permission: Permission
      allowed: boolean
      needs: OrganizationRole | Tier
      has: OrganizationRole | Tier | null
    }

/** What is given, and comes to nothing or to less. */
export type HeldBack =
  | { kind: 'not_started'; binding: string; startsAt: Date }
  | { kind: 'ended'; binding: string; endsAt: Date }
  /** A role in the project without one on its cloud. */
  | { kind: 'no_cloud_role'; binding: string }
  /** The limit beside the role itself. */
  | { kind: 'read_only'; binding: string; from: Tier; to: Tier }
  /** What the cloud leaves of a role in the project; null: of its being public. */
  | { kind: 'capped'; binding: string | null; from: Tier; to: Tier }
  /** An organization owner's own rows add nothing while they are one. */
  | { kind: 'dormant'; binding: string }
  | { kind: 'suspended' }
  | { kind: 'limit'; limit: OrganizationLimit }
  | { kind: 'ceiling' }

/** A grant that is missing. `by`: the permission that lets somebody give it. */
export type Grant =
  | ({ by: Permission } & (
      | { kind: 'restore' }
      | { kind: 'join' }
      | { kind: 'organization_role'; role: 'owner' }
      | { kind: 'cloud_role'; role: 'owner' | 'collaborator'; readOnly: boolean; tier: Tier }
      | { kind: 'project_role'; role: ProjectRole }
      | { kind: 'lift_limit'; limit: OrganizationLimit }
    ))
  /** Or the console: this key is bound to less. */
  | { kind: 'another_key'; by: null }

/** A fact that an allowance rests on. `by`: the permission that lets somebody take it away. */
export type Support = { by: Permission } & (
  | { kind: 'membership' }
  | { kind: 'organization_owner' }
  | { kind: 'cloud_role'; binding: string }
  | { kind: 'project_role'; binding: string }
  | { kind: 'public_project' }
)

export type Explanation = {
  allowed: boolean
  /** The sentence of a denial. */
  reason: string | null
  /** What they are at the place, when it is a cloud or a project. */
  tier: Tier | null
  steps: Step[]
  heldBack: HeldBack[]
  /** Of a denial: sets of grants, each of which is enough and none smaller. Empty: nothing that is given would do. */
  grants: Grant[][]
  /** Of an allowance: sets of facts, each of which is enough to take away and none smaller. */
  supports: Support[][]
  /** When the answer turns into its opposite by time alone. */
  until: Date | null
}
