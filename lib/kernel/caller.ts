import 'server-only'
import type { Ceiling } from '@/lib/domain/ceiling'

/** Where a call came from; written beside every event. */
export type Origin = {
  requestId: string
  address: string | null
  userAgent: string | null
  /** The work on many that this call is an item of. */
  operationId?: string
}

/**
 * What stands before the console: texts that were not accepted, a second factor that the organization demands and the
 * person has not, or has and this session was not begun with. Keys in use are not asked (DESIGN §6).
 */
export type Gate = 'terms' | 'factor_missing' | 'factor_unproven'

type Via = { organizationId: string; membershipId: string; origin: Origin }
/** A person at a browser, signed in to one organization. */
export type SessionCaller = Via & {
  kind: 'session'
  sessionId: string
  personId: string
  /** When the person last proved who they are. Absent: a worker's call on behalf of a session. */
  authenticatedAt?: Date
  /** What stands before the console for this session (lib/kernel/gate.ts); null when nothing does. */
  gate?: Gate | null
}
/** A program with an API key; the ceiling is the most the key may use. */
export type KeyCaller = Via & {
  kind: 'key'
  keyId: string
  ceiling?: Ceiling
  /** It came with an access token (tok_…), which lives for an hour at most and makes no keys. */
  token?: true
}

export type MemberCaller = SessionCaller | KeyCaller
/** A key as it was sent: whose it is, and whether it counts, the door says that it is presented at. */
export type PresentedKey = {
  kind: 'presented_key'
  publicId: string
  secretHash: string
  /** Of an access token, whose signature was proven: the organization that it names. */
  tokenOf?: string
  origin: Origin
  /** The holder, once a door let the key in. */
  proven?: KeyCaller
}
export type AnonymousCaller = { kind: 'anonymous'; origin: Origin }
/** The program itself: worker, set-up, operator's commands. */
export type SystemCaller = { kind: 'system'; label: string; origin: Origin }
export type Caller = MemberCaller | PresentedKey | AnonymousCaller | SystemCaller

export type CallerOf = {
  organization: MemberCaller
  person: SessionCaller
  public: AnonymousCaller | SessionCaller
  system: SystemCaller
}
export type Scope = keyof CallerOf
/** Who may ask for a use case of a scope to be run; the use case itself sees `CallerOf`. */
export type Asker<S extends Scope> = CallerOf[S] | (S extends 'organization' ? PresentedKey : never)

/** The most that a call may do, whoever it is of; null: whatever they may. */
export const ceilingOf = (caller: Caller): Ceiling | null =>
  caller.kind === 'key' ? (caller.ceiling ?? null) : null
