import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { itemStates, operationKinds } from '@/lib/modules/operations/operation'
import { getOperation } from '@/lib/modules/operations/queries/get-operation'
import { listOperationItems } from '@/lib/modules/operations/queries/list-operation-items'
import { defineRoute } from '../api/route'
import { envelope, list, pagingToken, single, time, wireTime } from '../api/wire'
import { ownCount, withOwnCount } from './own-lists'

const example = {
  id: 'op_4t8r1y6u3i9o2p5a7s0d1f3g6h',
  kind: 'member.remove_many' as const,
  label: 'Remove 412 people',
  state: 'running' as const,
  total: 412,
  done: 120,
  refused: 1,
  started_by: { identity_id: 'ide_8m4q1z7k2x5v9c3b6n0w4t8r1y', name: 'Ingrid Solheim' },
  created_at: '2026-11-24T13:32:07.418000+00:00',
  finished_at: null,
  stopped_at: null,
}

const OperationWire = z
  .object({
    id: z.string(),
    kind: z.enum(operationKinds).describe('What is done to each.'),
    label: z.string().describe('The same in words.'),
    state: z.enum(['running', 'finished', 'stopped']),
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    started_by: z.object({ identity_id: z.string(), name: z.string() }),
    created_at: time,
    finished_at: time.nullable(),
    stopped_at: time.nullable(),
  })
  .meta({ id: 'Operation', examples: [example] })

const OperationItemWire = z
  .object({
    subject_id: z.string().describe('Whom or what it was about.'),
    label: z.string(),
    state: z.enum(itemStates),
    code: z.string().nullable().describe('Of a refusal: the code of its problem.'),
    detail: z.string().nullable().describe('Of a refusal: the sentence for a person.'),
    finished_at: time.nullable(),
  })
  .meta({ id: 'OperationItem' })

const atTime = (moment: string | null) => moment && wireTime(moment)

const wire = (operation: OutputOf<typeof getOperation>): z.input<typeof OperationWire> => ({
  id: operation.id,
  kind: operation.kind,
  label: operation.label,
  state: operation.state,
  total: operation.total,
  done: operation.done,
  refused: operation.refused,
  started_by: { identity_id: operation.startedBy.id, name: operation.startedBy.name },
  created_at: wireTime(operation.createdAt),
  finished_at: atTime(operation.finishedAt),
  stopped_at: atTime(operation.stoppedAt),
})

type Item = OutputOf<typeof listOperationItems>['rows'][number]
const wireItem = (item: Item): z.input<typeof OperationItemWire> => ({
  subject_id: item.subjectId,
  label: item.label,
  state: item.state,
  code: item.code,
  detail: item.detail,
  finished_at: atTime(item.finishedAt),
})

const params = { operation_id: { description: 'The operation id (op_…).', example: example.id } }

export const operations = [
  defineRoute({
    method: 'GET',
    path: '/operations/{operation_id}',
    operationId: 'get_operation',
    summary: 'Read how far work on many has come',
    permission: 'operation.read',
    params,
    answer: single(OperationWire),
    handle: async ({ run, params }) => ({
      result: wire(await run(getOperation, { operationId: params.operation_id })),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/operations/{operation_id}/items',
    operationId: 'list_operation_items',
    summary: 'List what an operation works on, with how each went',
    permission: 'operation.read',
    params,
    query: z.object({
      state: z.enum(itemStates).optional(),
      count: ownCount,
      paging_token: pagingToken.optional(),
    }),
    answer: list(OperationItemWire),
    handle: async ({ run, params, query: { state, count, paging_token: after } }) =>
      envelope(
        await withOwnCount(count, (rows) =>
          run(listOperationItems, { operationId: params.operation_id, state, after, count: rows }),
        ),
        wireItem,
      ),
  }),
]
