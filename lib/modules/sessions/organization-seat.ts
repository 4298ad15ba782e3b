import { z } from 'zod'
import { idOf, moment, storedRole } from '@/lib/domain/schemas'

/** One of the organizations that somebody is in, as they choose among them. */
export const OrganizationSeat = z.object({
  organizationId: idOf('org'),
  name: z.string(),
  role: storedRole,
  /** Null: never, so far. */
  lastActiveAt: moment.nullable(),
  /** Since when an owner keeps them out. */
  suspendedAt: moment.nullable(),
})
export type OrganizationSeat = z.output<typeof OrganizationSeat>

/** Nobody reads a longer list; whoever is in more gets there by the organization's own link. */
export const MOST_SEATS = 1_000
