import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { roleChangeDenial, type Standing } from '@/lib/modules/members/member-rules'

/** The role and the deny roles chosen, and the row as it stood when they were. */
export type Choice = {
  role: OrganizationRole
  limits: readonly OrganizationLimit[]
  base: Member
}

export const roleChanges = ({ role, base }: Choice) => role !== base.role
export const limitsChange = ({ limits, base }: Choice) =>
  limits.length !== base.limits.length || limits.some((limit) => !base.limits.includes(limit))

export const otherRole = (role: OrganizationRole): OrganizationRole =>
  role === 'owner' ? 'collaborator' : 'owner'

/** Why this member's role stays what it is; there are two roles, so the other one is the question. */
export const lockedReason = (member: Member, standing: Standing): string | null =>
  roleChangeDenial(member, otherRole(member.role), standing)?.detail ?? null
