import 'server-only'
import type { OperationInput, OperationKind } from '../operation'
import { operationLabel } from '../operation-words'

type Row = {
  id: string
  kind: string
  input: unknown
  total: number
  done: number
  refused: number
  createdAt: Date
  finishedAt: Date | null
  stoppedAt: Date | null
  startedBy: { id: string; name: string }
}

export const withStarter = { startedBy: { select: { id: true, name: true } } } as const

/** An operation as it is read: its words and its state are worked out, never stored. */
export const shown = <R extends Row>(row: R) => ({
  ...row,
  label: operationLabel(row.kind as OperationKind, row.input as OperationInput, row.total),
  state: row.stoppedAt
    ? ('stopped' as const)
    : row.finishedAt
      ? ('finished' as const)
      : ('running' as const),
})
