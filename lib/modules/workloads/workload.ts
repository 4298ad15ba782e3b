import { z } from 'zod'
import { idOf, moment, stored } from '@/lib/domain/schemas'

export const workloadKinds = ['workspace', 'job', 'service', 'schedule'] as const
export const workloadStates = ['running', 'idle', 'stopped', 'failed', 'finished'] as const
/** Those that go on when their creator leaves (facts §1.6). */
export const goingOn = ['running', 'idle'] as const

export const Workload = z.object({
  id: idOf('wl'),
  /** The platform's own id, unique in the organization. */
  externalId: z.string(),
  kind: stored(workloadKinds),
  name: z.string(),
  project: z.object({ id: idOf('prj'), name: z.string() }),
  cloud: z.object({ id: idOf('cld'), name: z.string() }),
  creator: z
    .object({ id: idOf('ide'), name: z.string(), email: z.string(), removed: z.boolean() })
    .nullable(),
  state: stored(workloadStates),
  lastSeenAt: moment,
  createdAt: moment,
  version: z.int(),
})
