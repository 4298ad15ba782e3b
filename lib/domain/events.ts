/** Past-tense facts of the audit log. Each is written by exactly the commands that name it. */
export const eventNames = [
  'organization.created',
  'organization.renamed',
  'organization.policy_changed',
  'organization.deletion_requested',
  'organization.deletion_reminded',
  'organization.deletion_stopped',
  'member.joined',
  'member.role_changed',
  'member.limits_changed',
  'member.removed',
  'member.suspended',
  'member.restored',
  'member.left',
  'member.renamed',
  'member.password_changed',
  'member.email_changed',
  'member.reset_link_made',
  'member.exported',
  'invitation.sent',
  'invitation.accepted',
  'invitation.revoked',
  'service_account.created',
  'service_account.changed',
  'service_account.disabled',
  'service_account.enabled',
  'service_account.deleted',
  'api_key.created',
  'api_key.rotated',
  'api_key.revoked',
  'api_key.login_allowed',
  'api_key.login_refused',
  'session.started',
  'session.ended',
  'session.confirmed',
  'factor.added',
  'factor.renamed',
  'factor.removed',
  'recovery_codes.made',
  'operation.started',
  'operation.stopped',
  'audit.exported',
  'terms.accepted',
  'cloud.created',
  'cloud.renamed',
  'cloud.deleted',
  'cloud.auto_add_changed',
  'cloud.made_default',
  'project.created',
  'project.changed',
  'project.visibility_changed',
  'project.deleted',
  'role_binding.created',
  'role_binding.changed',
  'role_binding.removed',
  'role_binding.ended',
  'workload.reported',
  'access.denied',
] as const
export type EventName = (typeof eventNames)[number]

/** The noun that an event is grouped under. */
export const nounOf = (event: string): string => event.split('.')[0] as string

export type SubjectKind =
  | 'organization'
  | 'member'
  | 'service_account'
  | 'invitation'
  | 'api_key'
  | 'session'
  | 'operation'
  | 'list'
  | 'permission'
  | 'cloud'
  | 'project'
  | 'role_binding'
  | 'workload'

/** Whom or what an event is about, with the name it had then. `of`: whose key, session or invitation it is. */
export type Subject = { kind: SubjectKind; id: string; label: string; of?: string }
