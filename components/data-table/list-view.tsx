'use client'
import { Fragment, type ReactNode } from 'react'
import { RowMenu } from '@/components/menu/row-menu'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { useDelayed } from '@/lib/client/media'
import type { Column, MobileSlot } from './column'
import { rowProps } from './row-props'
import { SkeletonItems } from './skeleton-rows'
import type { DataTableProps } from './table-props'
import { useRowSelect } from './use-row-select'
import type { Standing } from './use-standing'

type Props<Row> = DataTableProps<Row> & Standing & { className: string }

/** Under 640 px: name and role, email, exceptions first, then facts. */
export function ListView<Row>(props: Props<Row>) {
  const { rows = [], getRowId, onOpen, rowMenu, rowLabel, className } = props
  const select = useRowSelect(props)
  const waiting = useDelayed(props.rows === undefined && !props.problem)
  const coming = Math.max(rows.length - props.standing, 0)
  return (
    <ul aria-label={props.caption} className={className}>
      {rows.slice(0, props.standing).map((row, index) => {
        const id = getRowId(row)
        return (
          <li
            key={id}
            {...rowProps(onOpen && (() => onOpen(row)), index)}
            className="flex items-center gap-3 border-border-subtle border-b py-2.25 pr-2 pl-(--gutter) -outline-offset-2 has-data-[state=checked]:bg-primary-soft"
          >
            <Leading {...props} row={row} select={select} />
            <Lines columns={props.columns} row={row} />
            {rowMenu && <RowMenu entries={rowMenu(row)} label={`Actions for ${rowLabel(row)}`} />}
          </li>
        )
      })}
      {(coming > 0 || waiting) && <SkeletonItems key={coming} rows={coming || undefined} />}
    </ul>
  )
}

type LeadingProps<Row> = Pick<
  Props<Row>,
  'leading' | 'selection' | 'isLocked' | 'getRowId' | 'rowLabel'
> & {
  row: Row
  select: ReturnType<typeof useRowSelect>
}

/** The avatar, which is also the row's checkbox of 44 px; from the first choice on all rows show the box instead. */
function Leading<Row>({ selection, getRowId, rowLabel, row, select, ...props }: LeadingProps<Row>) {
  const id = getRowId(row)
  const avatar = props.leading?.(row)
  if (!selection) return avatar
  if (props.isLocked?.(row)) {
    return <span className="-mx-1.5 grid size-11 shrink-0 place-items-center">{avatar}</span>
  }
  const boxes = selection.ids.size > 0 || !avatar
  return (
    <span className="relative -mx-1.5 grid size-11 shrink-0 place-items-center">
      {!boxes && avatar}
      <Checkbox
        data-row-select
        aria-label={`Select ${rowLabel(row)}`}
        checked={selection.ids.has(id)}
        {...select(id)}
        className={cn('absolute', !boxes && 'not-focus-visible:opacity-0')}
      />
    </span>
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
        <div className="shrink-0 empty:hidden">{nodes(at('badge'))}</div>
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
