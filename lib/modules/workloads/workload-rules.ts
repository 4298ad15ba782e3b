import type { Denial } from '@/lib/domain/problems'

/** A workload stays in its project: whoever may report in another one takes it from nobody. */
export const workloadPlaceDenial = (
  present: { projectId: string },
  reported: { projectId: string },
): Denial | null =>
  present.projectId === reported.projectId
    ? null
    : {
        code: 'conflict',
        detail: 'This external id is of a workload in another project. Report it there.',
      }
