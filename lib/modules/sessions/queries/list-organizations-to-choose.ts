import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { provenAttempt } from '../internal/proven-attempt'
import { namedSeats } from '../internal/seats'
import { OrganizationSeat } from '../organization-seat'

/** `attempt` is the browser's cookie: whoever has not proven every factor with it is told nothing. */
export const listOrganizationsToChoose = defineQuery({
  name: 'sign_in.organizations',
  summary: 'List the organizations that a sign-in under way may end in, the last used first',
  scope: 'public',
  input: z.object({ attempt: z.string().max(100) }),
  output: z.object({
    email: z.string(),
    /** The one that was come for, although one is not in it. */
    rows: z.array(OrganizationSeat),
  }),
  async run({ db, now }, { attempt }) {
    const { email, personId } = await provenAttempt(db, attempt, now)
    return { email, rows: await namedSeats(db, personId) }
  },
})
