import { z } from 'zod'
import { organizationRoles } from '@/lib/domain/roles'
import { idOf, moment } from '@/lib/domain/schemas'

/** What is done to many: the command that started it. */
export const operationKinds = [
  'member.remove_many',
  'member.change_role_many',
  'member.sign_out_many',
  'member.suspend_many',
  'member.restore_many',
  'invitation.revoke_many',
] as const
export type OperationKind = (typeof operationKinds)[number]
export const itemStates = ['waiting', 'done', 'refused', 'stopped'] as const
export type ItemState = (typeof itemStates)[number]
/** More than this is started in parts. */
export const maxItems = 100_000

/** What the verb needs beside the things themselves. */
export const OperationInput = z.object({ role: z.enum(organizationRoles).optional() })
export type OperationInput = z.output<typeof OperationInput>

/** Work on many things, as it stands now. */
export const Operation = z
  .object({
    id: idOf('op'),
    kind: z.string().pipe(z.enum(operationKinds)),
    input: z.unknown().pipe(OperationInput),
    label: z.string(),
    state: z.enum(['running', 'finished', 'stopped']),
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    startedBy: z.object({ id: idOf('ide'), name: z.string() }),
    createdAt: moment,
    finishedAt: moment.nullable(),
    stoppedAt: moment.nullable(),
  })
  .meta({ id: 'Operation' })
export type Operation = z.output<typeof Operation>

export const OperationItem = z
  .object({
    position: z.int(),
    subjectId: z.string(),
    label: z.string(),
    state: z.string().pipe(z.enum(itemStates)),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'OperationItem' })
export type OperationItem = z.output<typeof OperationItem>
