import 'server-only'
import { z } from 'zod'
import { readSelf } from '@/lib/kernel/access'
import { defineQuery } from '@/lib/kernel/define'
import { creationDenial } from '@/lib/modules/organizations/organization-rules'
import { env } from '@/lib/platform/env'
import { namedSeats } from '../internal/seats'
import { OrganizationSeat } from '../organization-seat'

export const listOwnOrganizations = defineQuery({
  name: 'session.list_organizations',
  summary: 'List one’s own organizations, the last used first',
  scope: 'person',
  beforeGate: true,
  input: z.object({}),
  output: z.object({
    email: z.string(),
    rows: z.array(OrganizationSeat),
    /** Whether further organizations are made here at all, and why not by this person. */
    creation: z.object({ denial: z.string().nullable() }).nullable(),
  }),
  async run({ db, caller }) {
    const { email } = await readSelf(db, caller)
    const rows = await namedSeats(db, caller.personId)
    const setting = env.ORGANIZATION_CREATION
    if (setting === 'off') return { email, rows, creation: null }
    const person = await db.person.findUniqueOrThrow({ where: { id: caller.personId } })
    const denial = creationDenial(person, { setting, today: 0 })?.detail ?? null
    return { email, rows, creation: { denial } }
  },
})
