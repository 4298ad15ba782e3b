import { z } from 'zod'
import { Going } from './cloud'

/** What goes with a cloud. Workloads are those that go on: on their platform they keep running. */
export const CloudEnds = z.object({
  projects: Going,
  /** People with a role on it or in a project of it. */
  members: Going,
  workloads: Going,
  /** Why it may not be deleted now. */
  denial: z.string().nullable(),
})
export type CloudEnds = z.output<typeof CloudEnds>
