import type { OrganizationRole } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { roleChangeDenial, type Standing } from '@/lib/modules/members/member-rules'

/** The role chosen, and the row as it stood when it was chosen. */
export type Choice = { role: OrganizationRole; base: Member }

export const otherRole = (role: OrganizationRole): OrganizationRole =>
  role === 'owner' ? 'collaborator' : 'owner'

/** Why this member's role stays what it is; there are two roles, so the other one is the question. */
export const lockedReason = (member: Member, standing: Standing): string | null =>
  roleChangeDenial(member, otherRole(member.role), standing)?.detail ?? null
