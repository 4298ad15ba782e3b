'use client'
import { Fragment, type ReactNode } from 'react'
import { RowMenu } from '@/components/menu/row-menu'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { useDelayed } from '@/lib/client/media'
import type { Column, MobileSlot } from './column'
import type { DataTableProps } from './data-table'
import { rowProps } from './row-props'
import { SkeletonItems } from './skeleton-rows'

type Props<Row> = DataTableProps<Row> & { className: string }

/** Under 640 px: name and role, email, exceptions first, then facts. */
export function ListView<Row>(props: Props<Row>) {
  const { rows, getRowId, onOpen, rowActions, rowLabel, selection, className } = props
  const skeleton = useDelayed(rows === undefined && !props.problem)
  const toggle = (id: string) => {
    const next = new Set(selection?.ids)
    if (!next.delete(id)) next.add(id)
    selection?.onChange(next)
  }
  return (
    <ul aria-label={props.caption} className={className}>
      {rows?.map((row, index) => {
        const id = getRowId(row)
        const selected = selection?.ids.has(id) ?? false
        return (
          <li
            key={id}
            {...rowProps(onOpen && (() => onOpen(row)), index)}
            className={cn(
              'flex items-center gap-3 border-border-subtle border-b py-2.5 pr-2 pl-(--gutter) -outline-offset-2',
              selected && 'bg-primary-soft',
            )}
          >
            {selection && (
              <Checkbox
                data-row-select
                aria-label={`Select ${rowLabel(row)}`}
                checked={selected}
                onCheckedChange={() => toggle(id)}
              />
            )}
            {props.leading?.(row)}
            <Lines columns={props.columns} row={row} />
            {rowActions && (
              <RowMenu actions={rowActions} row={row} label={`Actions for ${rowLabel(row)}`} />
            )}
          </li>
        )
      })}
      {skeleton && <SkeletonItems />}
    </ul>
  )
}

function Lines<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  const at = (slot: MobileSlot) =>
    columns
      .filter((column) => column.mobile === slot)
      .map(({ id, cell, mobileCell }) => ({ id, node: (mobileCell ?? cell)(row) }))
      .filter(({ node }) => node !== null && node !== undefined && node !== false)
  return (
    <div className="min-w-0 flex-1 text-foreground-2 text-xs/4.5">
      <div className="flex items-center gap-2 text-base/5 text-foreground">
        <div className="min-w-0 truncate font-medium">{nodes(at('title'))}</div>
        {nodes(at('badge'))}
      </div>
      <div className="truncate text-muted-foreground">{nodes(at('subtitle'))}</div>
      <div className="flex flex-wrap gap-x-3 empty:hidden">{nodes(at('exceptions'))}</div>
      <div className="empty:hidden">{nodes(at('facts'), ' · ')}</div>
    </div>
  )
}

const nodes = (parts: { id: string; node: ReactNode }[], between = '') =>
  parts.map(({ id, node }, index) => (
    <Fragment key={id}>
      {index > 0 && between}
      {node}
    </Fragment>
  ))
