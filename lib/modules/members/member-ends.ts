import { z } from 'zod'
import { idOf, moment } from '@/lib/domain/schemas'

const key = z.object({
  id: idOf('key'),
  name: z.string(),
  lastSix: z.string(),
  lastUsedAt: moment.nullable(),
})
const offer = z.object({ id: idOf('orginv'), email: z.string() })

/** All that ends when somebody leaves or is removed, as those who decide read it. */
export const RemovalEnds = z.object({
  /** How many browsers are signed in. */
  sessions: z.int(),
  keys: z.array(key),
  /** Pending offers of the owner role that they sent. */
  invitations: z.array(offer),
  /** Roles of their own on clouds and in projects. */
  roles: z.object({ clouds: z.int(), projects: z.int() }),
})
export type RemovalEnds = z.output<typeof RemovalEnds>

/** All that ends when somebody is suspended: the rest waits for the restoration. */
export const SuspensionEnds = RemovalEnds.pick({ sessions: true })
export type SuspensionEnds = z.output<typeof SuspensionEnds>

/** All that ends when somebody is no owner any more. */
export const DemotionEnds = RemovalEnds.pick({ invitations: true })
export type DemotionEnds = z.output<typeof DemotionEnds>
