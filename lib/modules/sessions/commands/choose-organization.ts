import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { notYours } from '../internal/not-yours'
import { provenAttempt } from '../internal/proven-attempt'
import { openSeat } from '../internal/seats'
import { SignInStep } from '../session'
import { finishAttempt } from '../sign-in-steps'

/** Nothing happened yet after: the session's start is the event. */
export const chooseOrganization = defineCommand({
  name: 'sign_in.choose_organization',
  summary: 'Choose the organization that a sign-in under way ends in',
  scope: 'public',
  event: 'session.started',
  input: z.object({ attempt: z.string().max(100), organizationId: idOf('org') }),
  output: SignInStep,
  async run({ db, now }, { attempt, organizationId }) {
    const row = await provenAttempt(db, attempt, now)
    const seat = await openSeat(db, row.personId, organizationId)
    if (!seat) throw notYours()
    return unchanged(await finishAttempt(db, row, seat, attempt))
  },
})
