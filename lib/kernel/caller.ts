import 'server-only'
import type { Permission } from '@/lib/domain/permissions'

/** Where a call came from; written beside every event. */
export type Origin = {
  requestId: string
  address: string | null
  userAgent: string | null
  /** The work on many that this call is an item of. */
  operationId?: string
}

type Via = { organizationId: string; membershipId: string; origin: Origin }
/** A person at a browser, signed in to one organization. */
export type SessionCaller = Via & { kind: 'session'; sessionId: string; personId: string }
/** A program with an API key; the ceiling is the most the key may use. */
export type KeyCaller = Via & { kind: 'key'; keyId: string; ceiling?: readonly Permission[] }

export type MemberCaller = SessionCaller | KeyCaller
export type AnonymousCaller = { kind: 'anonymous'; origin: Origin }
/** The program itself: worker, set-up, operator's commands. */
export type SystemCaller = { kind: 'system'; label: string; origin: Origin }
export type Caller = MemberCaller | AnonymousCaller | SystemCaller

export type CallerOf = {
  organization: MemberCaller
  person: SessionCaller
  public: AnonymousCaller | SessionCaller
  system: SystemCaller
}
export type Scope = keyof CallerOf
