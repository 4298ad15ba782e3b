'use client'
import { useMemo } from 'react'
import { useViewer } from '@/components/access/viewer'
import { useStored } from '@/lib/client/stored'
import type { Column, Density } from './column'
import { hiddenColumns, parseView, type ViewState } from './table-view-state'

/** Columns and density of one table ("users"), remembered per person. For `DataTable view` and `TableOptions view`. */
export function useTableView<Row>(table: string, columns: readonly Column<Row>[]) {
  const { identityId } = useViewer()
  const [text, write] = useStored(`table:${identityId}:${table}`)
  const state = useMemo(() => parseView(text), [text])
  const hidden = useMemo(() => hiddenColumns(columns, state), [columns, state])
  const save = (change: Partial<ViewState>) => write(JSON.stringify({ ...state, ...change }))
  return {
    hidden,
    density: state.density,
    columns: columns.map(({ id, header }) => ({ id, header, shown: !hidden.has(id) })),
    changed: text !== null,
    show: (id: string, shown: boolean) => save({ columns: { ...state.columns, [id]: shown } }),
    setDensity: (density: Density) => save({ density }),
    reset: () => write(null),
  }
}

export type TableViewOptions = ReturnType<typeof useTableView>
