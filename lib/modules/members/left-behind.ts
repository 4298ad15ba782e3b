import { z } from 'zod'
import { idOf, stored } from '@/lib/domain/schemas'
import { workloadKinds, workloadStates } from '@/lib/modules/workloads/workload'

const several = <T extends z.ZodType>(row: T) =>
  z.object({
    /** Counted to a bound; `more` says that it was reached. */
    count: z.int(),
    more: z.boolean(),
    /** The first of them. */
    rows: z.array(row),
  })
const thing = {
  name: z.string(),
  /** Owns it by a role of their own. */
  owns: z.boolean(),
  /** Made it: it will say "Removed user". */
  made: z.boolean(),
  /** Who else owns it by a role of their own: the first of them, by name. */
  otherOwners: z.array(z.string()),
}

/** What somebody leaves behind, and to whom. */
export const LeftBehind = z.object({
  clouds: several(z.object({ id: idOf('cld'), ...thing })),
  projects: several(
    z.object({
      id: idOf('prj'),
      ...thing,
      cloud: z.object({ id: idOf('cld'), name: z.string() }),
    }),
  ),
  /** Owners of the organization: they own all of it without a role of their own. */
  heirs: z.object({ count: z.int(), names: z.array(z.string()) }),
  /** What they started and nobody stops: it keeps running. */
  workloads: several(
    z.object({
      id: idOf('wl'),
      kind: stored(workloadKinds),
      name: z.string(),
      state: stored(workloadStates),
      project: z.object({ id: idOf('prj'), name: z.string() }),
    }),
  ),
})
export type LeftBehind = z.output<typeof LeftBehind>
