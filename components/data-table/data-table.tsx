'use client'
import { useRef } from 'react'
import { LoadFailed } from '@/components/feedback/states'
import { cn } from '@/components/ui/cn'
import { useDelayed, useMediaQuery } from '@/lib/client/media'
import { ListView } from './list-view'
import { TableFooter } from './table-footer'
import type { DataTableProps } from './table-props'
import { TableView } from './table-view'
import { useFocusWhenRowsGo } from './use-focus-when-rows-go'
import { useFollowedHistory } from './use-followed-history'
import { useRowKeys } from './use-row-keys'
import { useStanding } from './use-standing'

/** A server-side list: a table, or under 640 px three lines a row. J K move, X selects, Enter opens, "." is the menu. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, problem, fetching, pager } = props
  useFollowedHistory()
  useFocusWhenRowsGo(rows?.length)
  const box = useRef<HTMLElement>(null)
  // Null on the server and while hydrating. Both forms stand then, and the stylesheet shows one.
  const narrow = useMediaQuery('(max-width: 39.99rem)')
  const standing = useStanding(narrow !== null)
  const shown = { ...props, standing }
  const awaited = rows === undefined ? !problem : rows.length > standing
  const dim = useDelayed(fetching && rows !== undefined)
  const keys = useRowKeys(box)
  const failed = rows === undefined && problem
  const picked = (props.selection?.ids.size ?? 0) > 0
  const bare = failed || rows?.length === 0
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={box}
        aria-label={props.caption}
        aria-busy={fetching || awaited}
        onKeyDown={keys}
        className={cn(
          'relative min-h-0 flex-1 overflow-auto',
          picked && Boolean(props.bulk) && 'scroll-pb-20 pb-20',
          props.view?.density === 'compact' && '[--row:var(--row-compact)]',
        )}
      >
        <div className={cn(dim && 'opacity-60 transition-opacity')}>
          {narrow !== true && <TableView {...shown} className="max-sm:hidden" />}
          {narrow !== false && !bare && <ListView {...shown} className="sm:hidden" />}
        </div>
        {failed && <LoadFailed problem={failed} onRetry={props.onRetry} />}
        {rows?.length === 0 && props.empty}
      </section>
      {props.bulk}
      {pager && <TableFooter {...pager} hidden={Boolean(failed)} />}
    </div>
  )
}
