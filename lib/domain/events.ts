/** Past-tense facts of the audit log. Each is written by exactly the commands that name it. */
export const eventNames = [
  'organization.created',
  'member.joined',
  'member.role_changed',
  'member.removed',
  'invitation.sent',
  'invitation.accepted',
  'invitation.revoked',
  'api_key.created',
  'api_key.revoked',
  'session.started',
  'session.ended',
  'access.denied',
] as const
export type EventName = (typeof eventNames)[number]

export type SubjectKind =
  | 'organization'
  | 'member'
  | 'invitation'
  | 'api_key'
  | 'session'
  | 'permission'

/** Whom or what an event is about, with the name it had then. */
export type Subject = { kind: SubjectKind; id: string; label: string }
