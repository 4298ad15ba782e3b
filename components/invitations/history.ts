import type { AuditEvent } from '@/lib/modules/audit/event'
import type { Invitation } from '@/lib/modules/invitations/invitation'

/** The answer of `invitation.history`. */
export type History = {
  invitation: Invitation
  acceptedBy: { id: string; name: string; endedAt: string | null } | null
  others: Invitation[]
  events: AuditEvent[] | null
}
