import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { openSeats } from '../internal/seats'
import { SignInStep } from '../session'
import { beginSignIn } from '../sign-in-steps'
import { vouchedBy } from '../vouch'

type Begun = { step: SignInStep | null }

/**
 * Before one leaves an organization, and with it the session that could vouch: a sign-in that ends in whichever other one
 * is chosen. Null when there is no other.
 */
export const vouchForNext = defineCommand({
  name: 'session.vouch_for_next',
  summary: 'Begin a sign-in for when the present organization is left',
  scope: 'person',
  event: 'session.started',
  beforeGate: true,
  input: z.object({}),
  output: z.object({ step: SignInStep.nullable() }),
  async run({ db, caller, now }) {
    const { email } = await readSelf(db, caller)
    const { personId, organizationId } = caller
    const vouched = await vouchedBy(db, caller)
    const seats = await openSeats(db, personId, 2)
    const others = seats.filter((seat) => seat.organizationId !== organizationId)
    if (others.length === 0) return unchanged<Begun, 'person'>({ step: null })
    // With the present one still open there are two or more to choose from: nothing is entered yet.
    const step = await beginSignIn(db, { ...vouched, email, personId }, now)
    return unchanged<Begun, 'person'>({ step })
  },
})
