'use client'
import { RowMenu } from '@/components/menu/row-menu'
import { Checkbox } from '@/components/ui/checkbox'
import type { Column } from './column'
import { rowProps } from './row-props'
import type { DataTableProps } from './table-props'
import type { useRowSelect } from './use-row-select'

type Props<Row> = Pick<DataTableProps<Row>, 'rowMenu' | 'rowLabel' | 'onOpen'> & {
  row: Row
  id: string
  index: number
  columns: readonly Column<Row>[]
  /** Undefined: rows cannot be chosen. */
  selected: boolean | undefined
  locked: boolean
  select: ReturnType<typeof useRowSelect>
}

/** Checkbox, cells, menu. The first cell stays at the left while the table scrolls sideways. */
export function TableRow<Row>(props: Props<Row>) {
  const { row, id, index, columns, rowMenu, rowLabel, onOpen, selected, locked, select } = props
  return (
    <tr
      {...rowProps(onOpen && (() => onOpen(row)), index)}
      aria-selected={selected}
      className="table-row-of-list"
    >
      {selected !== undefined && (
        <td className="cell cell-check">
          {locked ? (
            <span aria-hidden data-locked data-state="unchecked" className="checkbox" />
          ) : (
            <Checkbox
              data-row-select
              aria-label={`Select ${rowLabel(row)}`}
              checked={selected}
              {...select(id)}
            />
          )}
        </td>
      )}
      {columns.map((column, at) => (
        <td key={column.id} className={at === 0 ? 'cell cell-first' : 'cell'}>
          {column.cell(row)}
        </td>
      ))}
      {rowMenu && (
        <td className="cell cell-menu">
          <RowMenu entries={rowMenu(row)} label={`Actions for ${rowLabel(row)}`} />
        </td>
      )}
    </tr>
  )
}
