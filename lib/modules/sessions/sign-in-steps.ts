import 'server-only'
import { newId } from '@/lib/domain/id'
import { hashToken, mintToken } from '@/lib/domain/tokens'
import { Problem } from '@/lib/kernel/problem'
import { admits } from '@/lib/modules/policy/policy-rules'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { openSeat, openSeats } from './internal/seats'
import { secondFactorWays } from './second-factor-ways'
import { attemptLifetime, type SecondFactor, type SignInMethod, type SignInStep } from './session'

/** A sign-in whose first factor is proven; a switch brings the session's own proof along. */
type Begun = {
  email: string
  personId: string
  method: SignInMethod
  factor?: SecondFactor | null
  /** Now, unless a session of the same person vouches. */
  authenticatedAt?: Date
  /** The organization that the person came for. */
  wantedOrganizationId?: string | null
}

/** Keeps a proven first factor, and says what comes next. */
export async function beginSignIn(
  db: IdentityDb,
  { authenticatedAt, ...begun }: Begun,
  now: Date,
): Promise<SignInStep> {
  const attempt = mintToken('sign_in_attempt')
  const row = await db.signInAttempt.create({
    data: {
      ...begun,
      id: newId('sia'),
      cookieHash: await hashToken(attempt),
      authenticatedAt: authenticatedAt ?? now,
      createdAt: now,
      expiresAt: new Date(now.getTime() + attemptLifetime),
    },
  })
  return nextStep(db, { ...row, personId: begun.personId }, attempt)
}

/** The sign-in under way that a browser's cookie belongs to. Throws when it has ended or is finished. */
export async function openAttempt(db: IdentityDb, attempt: string, now: Date) {
  const where = { cookieHash: await hashToken(attempt), redeemedAt: null, expiresAt: { gt: now } }
  const row = await db.signInAttempt.findFirst({ where })
  if (!row?.personId) throw attemptEnded()
  return { ...row, personId: row.personId }
}
export type OpenAttempt = Awaited<ReturnType<typeof openAttempt>>

type Known = Pick<
  OpenAttempt,
  'id' | 'personId' | 'method' | 'factor' | 'wantedOrganizationId' | 'email' | 'createdAt'
>

/** The next step of an attempt: a second factor when the person has one, then the organization, then the ticket. */
export async function nextStep(db: IdentityDb, row: Known, attempt: string): Promise<SignInStep> {
  if (row.factor === null) {
    const ways = await secondFactorWays(db, row.personId)
    if (ways.length > 0) return { step: 'second_factor', attempt, ways }
  }
  const { personId, wantedOrganizationId: organizationId } = row
  const [one, ...others] = await openSeats(db, personId, 2)
  if (!one) throw noOrganization()
  const wanted = organizationId ? await openSeat(db, personId, organizationId) : null
  const chosen = wanted ?? (others.length === 0 ? one : null)
  return chosen ? finishAttempt(db, row, chosen, attempt) : { step: 'organization', attempt }
}

/** Gives the attempt its seat and its ticket. Throws where that organization does not admit this way to sign in. */
export async function finishAttempt(
  db: IdentityDb,
  known: Pick<Known, 'id' | 'method' | 'createdAt'>,
  seat: { organizationId: string; id: string },
  attempt: string,
): Promise<SignInStep> {
  const { id } = known
  const { organizationId } = seat
  const policy = await db.organizationPolicy.findUnique({ where: { organizationId } })
  if (policy && !admits(policy, await wayOf(db, known, seat))) throw notHere()
  const ticket = mintToken('ticket')
  await db.signInAttempt.updateMany({
    where: { id, redeemedAt: null },
    data: { organizationId, membershipId: seat.id, ticketHash: await hashToken(ticket) },
  })
  return { step: 'enter', ticket, attempt }
}

/**
 * By what somebody comes, as a policy has it. An invitation or the set-up link leads into the organization that it was
 * for, as long as joining takes; into any other one it is the password that was chosen or typed with it.
 */
async function wayOf(
  db: IdentityDb,
  { method, createdAt }: Pick<Known, 'method' | 'createdAt'>,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<string> {
  if (method === 'passkey' || method === 'email_link') return method
  if (method === 'password' || method === null) return 'password'
  const seat = await db.membership.findFirst({
    where: { organizationId, id },
    select: { createdAt: true },
  })
  const joined = seat?.createdAt.getTime() ?? 0
  return Math.abs(createdAt.getTime() - joined) <= attemptLifetime ? method : 'password'
}

export const attemptEnded = () =>
  new Problem('unauthenticated', 'This sign-in has ended or was used already. Sign in again.')
export const noOrganization = () =>
  new Problem(
    'no_organization',
    'You are not in any organization at present. Ask an owner of yours to restore you, or for a new invitation.',
  )
export const notHere = () =>
  new Problem(
    'method_not_allowed_here',
    'This organization does not let people sign in this way. Sign in another way.',
  )
