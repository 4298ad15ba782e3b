'use client'
import { type ReactNode, useRef } from 'react'
import { LoadFailed } from '@/components/feedback/states'
import type { MenuAction } from '@/components/menu/menu-action'
import { cn } from '@/components/ui/cn'
import { useDelayed, useMediaQuery } from '@/lib/client/media'
import type { ProblemBody } from '@/lib/domain/problems'
import type { Column, Pager, Selection, Sort } from './column'
import { ListView } from './list-view'
import { TableFooter } from './table-footer'
import { TableView } from './table-view'
import { useRowKeys } from './use-row-keys'

export type DataTableProps<Row> = {
  /** What the table is, for assistive technology: "Users". */
  caption: string
  /** Module scope or memo: a new array each render rebuilds the table. */
  columns: readonly Column<Row>[]
  /** Undefined until the first answer. Order, filter and page are the server's. */
  rows: readonly Row[] | undefined
  getRowId: (row: Row) => string
  /** Names a row: "Actions for Tom Li", "Select Tom Li". */
  rowLabel: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Newer rows are on their way: the old ones stay, dimmed. */
  fetching: boolean
  problem: ProblemBody | null
  onRetry: () => void
  /** Instead of rows when there are none: `EmptyState` or `NothingMatches`. */
  empty: ReactNode
  rowActions?: readonly (readonly MenuAction<Row>[])[]
  onOpen?: (row: Row) => void
  selection?: Selection
  /** The avatar before a row of the narrow list (size 32). */
  leading?: (row: Row) => ReactNode
  pager?: Pager
}

/** A server-side list: a table, or under 640 px three lines a row. J K move, X selects, Enter opens, "." is the menu. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, problem, fetching, pager } = props
  const box = useRef<HTMLElement>(null)
  const narrow = useMediaQuery('(max-width: 39.99rem)')
  const dim = useDelayed(fetching && rows !== undefined)
  const keys = useRowKeys(box)
  const failed = rows === undefined && problem
  const bare = failed || rows?.length === 0
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <section
        ref={box}
        aria-label={props.caption}
        aria-busy={fetching || (rows === undefined && !failed)}
        onKeyDown={keys}
        className="relative min-h-0 flex-1 overflow-auto"
      >
        <div className={cn(dim && 'opacity-60 transition-opacity')}>
          {narrow !== true && <TableView {...props} className="max-sm:hidden" />}
          {narrow !== false && !bare && <ListView {...props} className="sm:hidden" />}
        </div>
        {failed && <LoadFailed problem={failed} onRetry={props.onRetry} />}
        {rows?.length === 0 && props.empty}
      </section>
      {pager && <TableFooter {...pager} hidden={Boolean(failed)} />}
    </div>
  )
}
