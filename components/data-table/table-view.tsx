'use client'
import { useMemo } from 'react'
import { RowMenu } from '@/components/menu/row-menu'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { useDelayed } from '@/lib/client/media'
import { HeaderCell } from './header-cell'
import { rowProps } from './row-props'
import { SkeletonRows } from './skeleton-rows'
import type { DataTableProps } from './table-props'
import { useRowSelect } from './use-row-select'
import { useTableModel } from './use-table-model'

/** Sticky at the left while the table scrolls sideways; after the checkbox when there is one. */
const fixed = (index: number, selectable: boolean) =>
  index === 0 &&
  cn(
    'sticky z-1 bg-inherit',
    selectable ? 'left-[calc(var(--gutter)+2rem)]' : 'left-0 pl-(--gutter)',
  )

/** Widths follow the letters, which the reader may have made larger. */
const rem = (pixels: number) => `${pixels / 16}rem`

const cellBox = 'h-(--row) border-border-subtle border-b pr-4 text-foreground-2'
const checkBox = 'sticky left-0 z-1 bg-inherit pl-(--gutter)'

type Props<Row> = DataTableProps<Row> & { className: string }

export function TableView<Row>(props: Props<Row>) {
  const { rowActions, selection, rowLabel, onOpen, view } = props
  const columns = useMemo(
    () => props.columns.filter(({ id }) => !view?.hidden.has(id)),
    [props.columns, view?.hidden],
  )
  const table = useTableModel({ ...props, columns } as Props<Row & object>)
  const select = useRowSelect(props)
  const skeleton = useDelayed(props.rows === undefined && !props.problem)
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const all = table.getIsAllRowsSelected()
  return (
    <table
      className={cn('w-full table-fixed border-separate border-spacing-0', props.className)}
      style={{ minWidth: rem(width + (selection ? 60 : 28) + (rowActions ? 60 : 0)) }}
    >
      <caption className="sr-only">{props.caption}</caption>
      <colgroup>
        {selection && <col className="w-[calc(var(--gutter)+2rem)]" />}
        {columns.map((column) => (
          <col key={column.id} style={{ width: rem(column.width) }} />
        ))}
        {rowActions && <col className="w-15" />}
      </colgroup>
      <thead className="bg-sunken">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="bg-sunken">
            {selection && (
              <td className={cn(checkBox, 'top-0 z-3 border-y')}>
                <Checkbox
                  aria-label="Select all on this page"
                  checked={all || (table.getIsSomeRowsSelected() ? 'indeterminate' : false)}
                  onCheckedChange={() => table.toggleAllRowsSelected(!all)}
                />
              </td>
            )}
            {group.headers.map((header, index) => (
              <HeaderCell
                key={header.id}
                label={String(header.column.columnDef.header)}
                sorted={header.column.getIsSorted()}
                onSort={header.column.getCanSort() ? () => header.column.toggleSorting() : null}
                className={cn(fixed(index, Boolean(selection)), index === 0 && 'z-3')}
              />
            ))}
            {rowActions && (
              <td className="sticky top-0 right-0 z-3 border-y bg-sunken">
                <span className="sr-only">Actions</span>
              </td>
            )}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row, rowIndex) => (
          <tr
            key={row.id}
            {...rowProps(onOpen && (() => onOpen(row.original)), rowIndex)}
            aria-selected={selection ? row.getIsSelected() : undefined}
            className="bg-background -outline-offset-2 hover:bg-accent focus-visible:[&>td]:shadow-[inset_0_2px_var(--ring),inset_0_-2px_var(--ring)] has-data-[state=open]:bg-accent aria-selected:bg-primary-soft"
          >
            {selection && (
              <td className={cn(cellBox, checkBox)}>
                <Checkbox
                  data-row-select
                  aria-label={`Select ${rowLabel(row.original)}`}
                  checked={row.getIsSelected()}
                  {...select(row.id)}
                />
              </td>
            )}
            {row.getAllCells().map((cell, index) => (
              <td key={cell.id} className={cn(cellBox, fixed(index, Boolean(selection)))}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
            {rowActions && (
              <td className={cn(cellBox, 'sticky right-0 z-1 bg-inherit text-right')}>
                <RowMenu
                  actions={rowActions}
                  row={row.original}
                  label={`Actions for ${rowLabel(row.original)}`}
                />
              </td>
            )}
          </tr>
        ))}
        {skeleton && (
          <SkeletonRows
            columns={columns.length}
            selectable={Boolean(selection)}
            actions={Boolean(rowActions)}
          />
        )}
      </tbody>
    </table>
  )
}
