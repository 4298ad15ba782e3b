import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findOperation } from '../internal/find-operation'
import { Operation } from '../operation'

export const getOperation = defineQuery({
  name: 'operation.get',
  summary: 'Read how far work on many has come',
  scope: 'organization',
  permission: 'operation.read',
  input: z.object({ operationId: idOf('op') }),
  output: Operation,
  run: ({ db }, { operationId }) => findOperation(db, operationId),
})
