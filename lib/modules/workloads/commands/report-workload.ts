import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { idOf, instant } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { noSuchPlace } from '@/lib/kernel/located'
import { refuse } from '@/lib/kernel/problem'
import { plainText } from '@/lib/modules/clouds/cloud'
import { viewerOf } from '@/lib/platform/db/resource-list'
import {
  holdWorkload,
  insertWorkload,
  type StoredWorkload,
  updateWorkload,
  workloadPage,
} from '@/lib/platform/db/workload-rows'
import { findCreator } from '../internal/find-creator'
import { Workload, workloadKinds, workloadStates } from '../workload'
import { workloadPlaceDenial } from '../workload-rules'

/**
 * What a platform says of its own: the same external id is the same workload, however often and in whatever order it is
 * reported. Only what is news is put in the log, not that something is still seen.
 */
export const reportWorkload = defineCommand({
  name: 'workload.report',
  summary: 'Report what runs in a project',
  scope: 'organization',
  permission: 'workload.report',
  event: 'workload.reported',
  locate: ({ projectId }) => ({ project: projectId }),
  input: z.object({
    externalId: plainText(200).min(1).describe('The platform’s own id of it.'),
    kind: z.enum(workloadKinds),
    name: plainText(200).min(1),
    projectId: idOf('prj'),
    creator: z.string().max(400).optional().describe('A user id, identity id or email address.'),
    state: z.enum(workloadStates),
    lastSeenAt: instant.optional().describe('Without one: now.'),
  }),
  output: Workload,
  async run(context, { externalId, kind, name, projectId, creator, state, lastSeenAt }) {
    const { db, now, target } = context
    const seen = new Date(Math.min(Date.parse(lastSeenAt ?? now.toISOString()), now.getTime()))
    const creatorId = creator === undefined ? null : await findCreator(context, creator)
    const fields = { externalId, kind, name, state, lastSeenAt: seen, projectId }
    const of = { id: newId('wl'), creatorId, createdAt: now }
    const made = await insertWorkload(db, { ...fields, ...of })
    if (made) return changed(await read(made), news(made, null))

    const present = await holdWorkload(db, externalId)
    if (!present) throw noSuchPlace() // deleted meanwhile
    refuse(workloadPlaceDenial(present, { projectId }))
    if (seen < present.lastSeenAt) return unchanged(await read(present))
    const after = { ...present, ...fields, creatorId: creatorId ?? present.creatorId }
    const isNews = (['kind', 'name', 'state', 'creatorId'] as const).some(
      (key) => after[key] !== present[key],
    )
    if (!isNews && seen.getTime() === present.lastSeenAt.getTime()) {
      return unchanged(await read(present))
    }
    const stored = await updateWorkload(db, after)
    if (!isNews) return unchanged(await read(stored))
    return changed(await read(stored), news(stored, present))

    async function read({ id }: StoredWorkload) {
      const filter = { ...viewerOf(context), ids: [id] }
      const [row] = await workloadPage(db, filter, { descending: true, after: null, limit: 1 })
      if (!row) throw new Error(`Workload ${id} is out of reach of whoever reported it.`)
      return row
    }
    function news(row: StoredWorkload, before: StoredWorkload | null) {
      return {
        subject: {
          kind: 'workload' as const,
          id: row.id,
          label: row.name,
          ...(row.creatorId && { of: row.creatorId }),
        },
        before: before && factsOf(before),
        after: { ...factsOf(row), project: target.project?.name ?? null },
      }
    }
  },
})

const factsOf = ({ kind, name, state, externalId }: StoredWorkload) => ({
  kind,
  name,
  state,
  externalId,
})
