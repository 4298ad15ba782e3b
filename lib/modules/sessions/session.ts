import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { problemCodes } from '@/lib/domain/problems'
import { idOf, moment } from '@/lib/domain/schemas'
import type { Origin } from '@/lib/kernel/caller'

const MINUTE = 60_000 // ms
const DAY = 24 * 60 * MINUTE

/** A finished sign-in waits this long for its browser to redeem it. */
export const attemptLifetime = 10 * MINUTE
/** From signing in to its absolute end, whatever happens in between. */
export const sessionLifetime = 14 * DAY

/** A session as a list shows it. */
export const LiveSession = z.object({
  id: idOf('ses'),
  /** "Chrome 156 on macOS", as the browser said of itself. */
  device: z.string(),
  address: z.string().nullable(),
  createdAt: moment,
  lastActiveAt: moment,
  /** When it ends, if nobody uses it any more. */
  expiresAt: moment,
  /** By what it began, and the second factor that was proven with it; null: not known, none. */
  method: z.string().nullable(),
  factor: z.string().nullable(),
  /** The one that asks. */
  current: z.boolean(),
})
export type LiveSession = z.output<typeof LiveSession>

/** Whom a session is for: one person, in one organization. */
export type Seat = { personId: string; organizationId: string; membershipId: string }

/** How a sign-in was finished; the event of the session's start says it. */
export const signInMethods = ['password', 'passkey', 'email_link', 'invitation', 'set_up'] as const
export type SignInMethod = (typeof signInMethods)[number]

export const secondFactors = ['passkey', 'totp', 'recovery_code'] as const
export type SecondFactor = (typeof secondFactors)[number]

/**
 * The two secrets of a finished sign-in. `attempt` is the browser's HttpOnly cookie, `ticket` what its page hands
 * to next-auth: whoever has only one of them has nothing.
 */
export const finished = z.object({ ticket: z.string().max(100), attempt: z.string().max(100) })
export type Finished = z.output<typeof finished>

/** What a sign-in needs next. `attempt` is the browser's cookie; its page gets the rest. */
export const SignInStep = z.discriminatedUnion('step', [
  finished.extend({ step: z.literal('enter') }),
  z.object({
    step: z.literal('second_factor'),
    attempt: z.string(),
    ways: z.array(z.enum(secondFactors)),
  }),
  z.object({ step: z.literal('organization'), attempt: z.string() }),
])
export type SignInStep = z.output<typeof SignInStep>

/** What follows something that stays done whether or not it leads into an organization. */
export const SignInOutcome = z.object({
  next: SignInStep.nullable(),
  /** Why there is nothing next. */
  refused: z.object({ code: z.enum(problemCodes), detail: z.string() }).nullable(),
})
export type SignInOutcome = z.output<typeof SignInOutcome>

/** How a session began, and when its person proved who they are. */
export type Proof = { method: string | null; factor: string | null; authenticatedAt: Date }

/** What a session of the same person vouches for; without it the person proves who they are now. */
export type Vouched = { factor?: SecondFactor | null; authenticatedAt?: Date }

/** The row of a new session, which ends after `lifetime` ms at the latest. */
export const newSession = (
  seat: Seat,
  proof: Proof,
  origin: Origin,
  now: Date,
  lifetime = sessionLifetime,
) => ({
  ...proof,
  organizationId: seat.organizationId,
  personId: seat.personId,
  membershipId: seat.membershipId,
  id: newId('ses'),
  createdAt: now,
  lastActiveAt: now,
  expiresAt: new Date(now.getTime() + lifetime),
  address: origin.address,
  userAgent: origin.userAgent,
})
