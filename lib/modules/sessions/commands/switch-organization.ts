import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { notYours } from '../internal/not-yours'
import { openSeat } from '../internal/seats'
import { SignInStep } from '../session'
import { beginSignIn } from '../sign-in-steps'
import { vouchedBy } from '../vouch'

/**
 * Begins a session in another of one's organizations: the live one vouches for what was proven and when, what that
 * organization asks beside is asked. The live one ends when the other starts (`session.start`), and both logs say so.
 */
export const switchOrganization = defineCommand({
  name: 'session.switch',
  summary: 'Switch to another of one’s organizations',
  scope: 'person',
  event: 'session.started',
  beforeGate: true,
  input: z.object({ organizationId: idOf('org') }),
  output: SignInStep,
  async run({ db, caller, now }, { organizationId }) {
    await readSelf(db, caller)
    const vouched = await vouchedBy(db, caller)
    const seat = await openSeat(db, caller.personId, organizationId)
    if (!seat) throw notYours()
    const { email } = seat
    const begun = { ...vouched, email, personId: caller.personId }
    return unchanged(await beginSignIn(db, { ...begun, wantedOrganizationId: organizationId }, now))
  },
})
