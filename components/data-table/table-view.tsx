'use client'
import { useMemo } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { useDelayed } from '@/lib/client/media'
import type { Column, Sort } from './column'
import { HeaderCell } from './header-cell'
import { pageChoice, withPage } from './selection'
import { SkeletonRows } from './skeleton-rows'
import type { DataTableProps } from './table-props'
import { TableRow } from './table-row'
import { useRowSelect } from './use-row-select'
import type { Standing } from './use-standing'

/** Widths follow the letters, which the reader may have made larger. */
const rem = (pixels: number) => `${pixels / 16}rem`

type Props<Row> = DataTableProps<Row> & Standing & { className: string }

export function TableView<Row>(props: Props<Row>) {
  const { rows = [], getRowId, rowMenu, selection, view } = props
  const columns = useMemo(
    () => props.columns.filter(({ id }) => !view?.hidden.has(id)),
    [props.columns, view?.hidden],
  )
  const select = useRowSelect(props)
  const waiting = useDelayed(props.rows === undefined && !props.problem)
  const coming = Math.max(rows.length - props.standing, 0)
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <table
      className={cn('w-full table-fixed border-separate border-spacing-0', props.className)}
      data-selectable={selection ? '' : undefined}
      style={{ minWidth: rem(width + (selection ? 60 : 28) + (rowMenu ? 60 : 0)) }}
    >
      <caption className="sr-only">{props.caption}</caption>
      <colgroup>
        {selection && <col className="w-[calc(var(--gutter)+2rem)]" />}
        {columns.map((column) => (
          <col key={column.id} style={{ width: rem(column.width) }} />
        ))}
        {rowMenu && <col className="w-15" />}
      </colgroup>
      <TableHead {...props} columns={columns} />
      <tbody>
        {rows.slice(0, props.standing).map((row, index) => {
          const id = getRowId(row)
          return (
            <TableRow
              key={id}
              {...{ row, id, index, columns, select, rowMenu }}
              rowLabel={props.rowLabel}
              onOpen={props.onOpen}
              selected={selection?.ids.has(id)}
              locked={props.isLocked?.(row) ?? false}
            />
          )
        })}
        {(coming > 0 || waiting) && (
          <SkeletonRows
            key={coming} // another one, not one that moved
            rows={coming || undefined}
            columns={columns.length}
            selectable={Boolean(selection)}
            actions={Boolean(rowMenu)}
          />
        )}
      </tbody>
    </table>
  )
}

function TableHead<Row>(props: DataTableProps<Row>) {
  const { rows = [], columns, getRowId, selection, isLocked, sort, onSort, rowMenu } = props
  const page = selection ? rows.filter((row) => !isLocked?.(row)).map(getRowId) : []
  const choice = selection && pageChoice(selection.ids, page)
  return (
    <thead className="bg-sunken">
      <tr className="bg-sunken">
        {selection && (
          <td className="cell-check top-0 z-3 border-y">
            <Checkbox
              aria-label="Select all on this page"
              checked={choice === 'some' ? 'indeterminate' : choice === 'all'}
              onCheckedChange={() =>
                selection.onChange(withPage(selection.ids, page, choice !== 'all'))
              }
            />
          </td>
        )}
        {columns.map((column, index) => (
          <HeaderCell
            key={column.id}
            label={column.header}
            sorted={sort?.column === column.id && sort.direction}
            onSort={column.sortable && onSort ? () => onSort(sortBy(column, sort)) : null}
            className={index === 0 ? 'cell-first z-3' : undefined}
          />
        ))}
        {rowMenu && (
          <td className="sticky top-0 right-0 z-3 border-y bg-sunken">
            <span className="sr-only">Actions</span>
          </td>
        )}
      </tr>
    </thead>
  )
}

/** The other way round, or a new column from its end. */
const sortBy = <Row,>({ id }: Column<Row>, sort: Sort | undefined): Sort => ({
  column: id,
  direction: sort?.column === id && sort.direction === 'desc' ? 'asc' : 'desc',
})
