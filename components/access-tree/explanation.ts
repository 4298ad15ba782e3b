import type { Permission } from '@/lib/domain/permissions'
import type {
  CloudRole,
  OrganizationLimit,
  OrganizationRole,
  ProjectRole,
  StoredOrigin,
  Tier,
} from '@/lib/domain/roles'

type Row = { binding: string; origin: StoredOrigin; endsAt: string | null; tier: Tier }
type Step =
  | { kind: 'member'; role: OrganizationRole }
  | { kind: 'no_member' }
  | { kind: 'ceiling' }
  | { kind: 'limit'; limit: OrganizationLimit }
  | { kind: 'implicit_owner' }
  | (Row & { kind: 'cloud_role'; role: CloudRole; readOnly: boolean })
  | { kind: 'no_cloud_role' }
  | { kind: 'cloud_owner' }
  | (Row & { kind: 'project_role'; role: ProjectRole })
  | { kind: 'public_project'; tier: Tier }
  | { kind: 'no_project_role' }
  | { kind: 'cap'; from: Tier; to: Tier }
  | {
      kind: 'permission'
      permission: Permission
      allowed: boolean
      needs: OrganizationRole | Tier
      has: OrganizationRole | Tier | null
    }
type Grant = { by: Permission | null } & (
  | { kind: 'restore' }
  | { kind: 'join' }
  | { kind: 'organization_role'; role: 'owner' }
  | { kind: 'cloud_role'; role: CloudRole; readOnly: boolean; tier: Tier }
  | { kind: 'project_role'; role: ProjectRole }
  | { kind: 'lift_limit'; limit: OrganizationLimit }
  | { kind: 'another_key' }
)
type Support = { by: Permission } & (
  | { kind: 'membership' }
  | { kind: 'organization_owner' }
  | { kind: 'cloud_role'; binding: string }
  | { kind: 'project_role'; binding: string }
  | { kind: 'public_project' }
)

/** The answer of `access.explain`, without loading its schemas into the browser. */
export type Explanation = {
  permission: Permission
  label: string
  place: {
    kind: 'organization' | 'cloud' | 'project'
    id: string
    name: string
    cloud: { id: string; name: string } | null
    isPublic: boolean | null
  }
  member: {
    id: string
    userId: string
    name: string
    email: string
    role: OrganizationRole
    joinedAt: string
    suspended: boolean
  }
  allowed: boolean
  reason: string | null
  tier: Tier | null
  steps: Step[]
  grants: Grant[][]
  supports: Support[][]
  until: string | null
  bindings: {
    id: string
    origin: StoredOrigin
    createdAt: string
    createdBy: { id: string; name: string; removed: boolean } | null
    startsAt: string | null
    endsAt: string | null
  }[]
  deciders: { permission: Permission; words: string; names: string[]; count: number }[]
}
