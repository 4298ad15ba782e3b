'use client'
import { useDenial } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import type { MenuAction } from './menu-action'

const textOf = <Row, T>(value: T | ((row: Row) => T), row: Row): T =>
  typeof value === 'function' ? (value as (row: Row) => T)(row) : value

/** Resolves an action for a row: words, reason (policy first, then the row rule), and a ready `run`. */
export function useMenuAction() {
  const denial = useDenial()
  const confirm = useConfirm()
  return <Row>(action: MenuAction<Row>, row: Row) => ({
    id: action.id,
    icon: action.icon,
    tone: action.tone,
    shortcut: action.shortcut,
    label: textOf(action.label, row),
    hint: textOf(action.hint, row),
    reason: denial(action.permission) ?? action.disabledReason?.(row) ?? null,
    run: () => action.run(row, { confirm, notify }),
  })
}
