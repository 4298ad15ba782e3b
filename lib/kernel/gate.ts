import 'server-only'
import { type Demand, dueTexts } from '@/lib/domain/terms'
import type { SessionHolder } from '@/lib/platform/db/lookups'
import type { Gate, SessionCaller } from './caller'
import { Problem } from './problem'

type Held = Pick<SessionHolder, 'accepted' | 'factor_due_at' | 'second_factor' | 'factor'>

/** The first gate that is closed. */
export function gateOf(held: Held, demanded: readonly Demand[], now: Date): Gate | null {
  if (dueTexts(demanded, held.accepted).length > 0) return 'terms'
  if (held.factor_due_at === null) return null
  if (!held.second_factor) return held.factor_due_at <= now ? 'factor_missing' : null
  return held.factor === null ? 'factor_unproven' : null
}

const problems = {
  terms: ['terms_required', 'Accept the terms of this installation first. Nothing was changed.'],
  factor_missing: [
    'second_factor_required',
    'Your organization asks for a second factor. Set one up first. Nothing was changed.',
  ],
  factor_unproven: [
    'second_factor_required',
    'Your organization asks for your second factor. Confirm it first. Nothing was changed.',
  ],
} as const

/** Throws what the gate demands of this session. */
export function requireOpenGate({ gate }: Pick<SessionCaller, 'gate'>): void {
  if (!gate) return
  const [code, detail] = problems[gate]
  throw new Problem(code, detail)
}

/** How long a proof of who one is serves for risky acts, in ms. */
export const FRESH = 10 * 60_000

/** Throws when the person proved who they are too long ago. Work on many was asked for in a fresh session. */
export function requireFresh(caller: SessionCaller, now: Date): void {
  if (caller.origin.operationId !== undefined) return
  const at = caller.authenticatedAt?.getTime() ?? 0
  // A proof from the future is none: some clock was wrong.
  if (Math.abs(now.getTime() - at) < FRESH) return
  throw new Problem('reauthenticate', 'Confirm that it is you first. Nothing was changed.')
}
