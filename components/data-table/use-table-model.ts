'use client'
import {
  type ColumnDef,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Column } from './column'
import type { DataTableProps } from './table-props'

const features = tableFeatures({ rowSelectionFeature, rowSortingFeature })
const none: never[] = []

type Options<Row> = Pick<
  DataTableProps<Row>,
  'columns' | 'rows' | 'getRowId' | 'sort' | 'onSort' | 'selection'
>

const defOf = <Row extends object>(column: Column<Row>): ColumnDef<typeof features, Row> => ({
  id: column.id,
  header: column.header,
  accessorFn: (row) => row,
  cell: ({ row }) => column.cell(row.original),
  enableSorting: column.sortable ?? false,
})

/** Sort and selection live outside (URL, page); nothing is sorted, filtered or paged here. */
export function useTableModel<Row extends object>(options: Options<Row>) {
  const { columns, rows, getRowId, sort, onSort, selection } = options
  const defs = useMemo(() => columns.map(defOf), [columns])
  const sorting = sort ? [{ id: sort.column, desc: sort.direction === 'desc' }] : none
  const rowSelection = useMemo(
    () => Object.fromEntries([...(selection?.ids ?? none)].map((id) => [id, true as const])),
    [selection?.ids],
  )
  return useTable({
    features,
    columns: defs,
    data: (rows ?? none) as Row[],
    getRowId,
    manualSorting: true,
    enableSortingRemoval: false,
    enableRowSelection: selection !== undefined,
    state: { sorting, rowSelection },
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(sorting) : update
      if (next) onSort?.({ column: next.id, direction: next.desc ? 'desc' : 'asc' })
    },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update
      selection?.onChange(new Set(Object.keys(next).filter((id) => next[id])))
    },
  })
}
