import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { reportWorkload } from '@/lib/modules/workloads/commands/report-workload'
import { listWorkloads } from '@/lib/modules/workloads/queries/list-workloads'
import { workloadKinds, workloadStates } from '@/lib/modules/workloads/workload'
import { type Call, defineRoute } from '../api/route'
import {
  envelope,
  idText,
  list,
  plainTo,
  single,
  text,
  time,
  timePagingToken,
  wireTime,
} from '../api/wire'
import { exampleCloud } from './cloud-wire'
import { givenMoment, ownCount, withOwnCount, wordList } from './own-lists'
import { exampleProject } from './project-wire'

type Run = Call<string, unknown, unknown>['run']
type Workload = OutputOf<typeof listWorkloads>['rows'][number]

const example = {
  id: 'wl_6tq0hm2xk9ve1r7wzu4bnc3adf',
  external_id: 'ses_grasp-train-41',
  kind: 'job' as const,
  name: 'grasp-train',
  project: { id: exampleProject.id, name: exampleProject.name },
  cloud: { id: exampleCloud.id, name: exampleCloud.name },
  creator: {
    identity_id: 'ide_2k2y004le7fcqa0azt484nfutd',
    name: 'Ann Berg',
    email: 'ann@halden.example',
    removed: false,
  },
  state: 'running' as const,
  last_seen_at: '2026-11-25T13:40:11.027000+00:00',
  created_at: '2026-11-24T08:02:06.510000+00:00',
  version: 3,
}

const Named = z.object({ id: z.string(), name: z.string() })
const WorkloadWire = z
  .object({
    id: z.string().describe('The workload id (wl_…).'),
    external_id: z.string().describe('The platform’s own id of it.'),
    kind: z.enum(workloadKinds),
    name: z.string(),
    project: Named,
    cloud: Named,
    creator: z
      .object({
        identity_id: z.string(),
        name: z.string(),
        email: z.string(),
        removed: z.boolean().describe('Whether they are in the organization no more.'),
      })
      .nullable()
      .describe('Null: whoever reported it did not say.'),
    state: z.enum(workloadStates),
    last_seen_at: time,
    created_at: time,
    version: z.int(),
  })
  .meta({ id: 'Workload', examples: [example] })

const wire = (workload: Workload): z.input<typeof WorkloadWire> => ({
  id: workload.id,
  external_id: workload.externalId,
  kind: workload.kind,
  name: workload.name,
  project: workload.project,
  cloud: workload.cloud,
  creator: workload.creator && {
    identity_id: workload.creator.id,
    name: workload.creator.name,
    email: workload.creator.email,
    removed: workload.creator.removed,
  },
  state: workload.state,
  last_seen_at: wireTime(workload.lastSeenAt),
  created_at: wireTime(workload.createdAt),
  version: workload.version,
})

const params = {
  workload_id: {
    description: 'The workload id (wl_…), `id` of a row.',
    example: example.id,
  },
}

async function workloadOf(run: Run, id: string): Promise<Workload> {
  const { rows } = await run(listWorkloads, { ids: [id], count: 1 })
  if (!rows[0]) throw new Problem('not_found', 'There is no such workload in this organization.')
  return rows[0]
}

const facts = {
  kind: z.enum(workloadKinds),
  name: plainTo(200).min(1),
  creator: text.describe('A user id, identity id or email address.'),
  state: z.enum(workloadStates),
  last_seen_at: givenMoment.describe('Without one: now.'),
}

export const workloads = [
  defineRoute({
    method: 'GET',
    path: '/workloads/',
    operationId: 'list_workloads',
    summary: 'List what runs in the projects that the key can reach, seen last first',
    permission: 'project.list',
    query: z.object({
      external_id: text.optional(),
      project_id: idText.optional(),
      creator_id: idText.optional().describe('An identity id (ide_…) or user id (usr_…).'),
      state: wordList(workloadStates).optional().describe('States, between commas.'),
      kind: wordList(workloadKinds).optional().describe('Kinds, between commas.'),
      count: ownCount,
      paging_token: timePagingToken.optional(),
    }),
    answer: list(WorkloadWire),
    handle: async ({ run, query: { count, paging_token: after, ...query } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          run(listWorkloads, {
            externalId: query.external_id,
            projectId: query.project_id,
            creatorId: query.creator_id,
            states: query.state,
            kinds: query.kind,
            after,
            count: rows,
          }),
        ),
        wire,
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/workloads/',
    operationId: 'report_workload',
    summary: 'Report what runs in a project; the same external id is the same workload',
    permission: 'workload.report',
    refusals: ['not_found', 'conflict'],
    body: z
      .object({
        external_id: plainTo(200).min(1),
        project_id: idText,
        kind: facts.kind,
        name: facts.name,
        creator: facts.creator.nullish(),
        state: facts.state,
        last_seen_at: facts.last_seen_at.nullish(),
      })
      .meta({
        examples: [
          {
            external_id: example.external_id,
            project_id: exampleProject.id,
            kind: example.kind,
            name: example.name,
            creator: 'ann@halden.example',
            state: example.state,
          },
        ],
      }),
    answer: single(WorkloadWire),
    async handle({ run, body }) {
      const workload = await run(reportWorkload, {
        externalId: body.external_id,
        projectId: body.project_id,
        kind: body.kind,
        name: body.name,
        creator: body.creator ?? undefined,
        state: body.state,
        lastSeenAt: body.last_seen_at ?? undefined,
      })
      return { result: wire(workload) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/workloads/{workload_id}',
    operationId: 'get_workload',
    summary: 'Read one workload',
    permission: 'project.list',
    params,
    answer: single(WorkloadWire),
    handle: async ({ run, params }) => ({
      result: wire(await workloadOf(run, params.workload_id)),
    }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/workloads/{workload_id}',
    operationId: 'patch_workload',
    summary: 'Report a change of a workload: what is left out stays as it was',
    permission: 'workload.report',
    params,
    refusals: ['conflict'],
    body: z
      .object({
        name: facts.name.optional(),
        creator: facts.creator.optional(),
        state: facts.state.optional(),
        last_seen_at: facts.last_seen_at.optional(),
      })
      .meta({ examples: [{ state: 'stopped' }] }),
    answer: single(WorkloadWire),
    async handle({ run, params, body }) {
      const { externalId, kind, name, project, state } = await workloadOf(run, params.workload_id)
      const reported = await run(reportWorkload, {
        externalId,
        kind,
        projectId: project.id,
        name: body.name ?? name,
        state: body.state ?? state,
        creator: body.creator,
        lastSeenAt: body.last_seen_at,
      })
      return { result: wire(reported) }
    },
  }),
]
