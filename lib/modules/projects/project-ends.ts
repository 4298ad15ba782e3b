import { z } from 'zod'
import { Going } from '@/lib/modules/clouds/cloud'

/** What goes with a project. Workloads are those that go on. */
export const ProjectEnds = z.object({
  /** People with a role of their own in it. */
  members: Going,
  workloads: Going,
  /** Why it may not be deleted now. */
  denial: z.string().nullable(),
})

/** People whose access becomes another one, counted, with the names of the first five. */
const Affected = Going

export const VisibilityChange = z.object({
  /** As it is now. */
  isPublic: z.boolean(),
  /** Who reaches it no more, and those of them who had something running in it within the last 30 days. */
  lose: Affected.extend({ lately: z.int() }),
  /** Who writes now and will read. */
  lower: Affected,
  /** Who reaches it from then on. */
  gain: Affected,
  /** Who reads now and will write. */
  raise: Affected,
  /** Why it may not be changed. */
  denial: z.string().nullable(),
})
