'use client'
import type { ReactNode } from 'react'
import type { Column, Pager, Sort } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { sortOf } from '@/components/data-table/sort-text'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import type { MenuAction } from '@/components/menu/menu-action'
import { MenuEntries } from '@/components/menu/menu-entries'
import { problemOf } from '@/lib/client/problem-error'
import { sentence } from '@/lib/client/words'
import { EmptyPlaces } from './empty-places'

type Row = { id: string; name: string }
type Props<R extends Row> = {
  one: 'cloud' | 'project'
  columns: readonly Column<R>[]
  list: {
    state: { q: string; after: string | null; sort: string }
    page: { data: { rows: R[] } | undefined; error: Error | null; isPlaceholderData: boolean }
    pager: Pager | undefined
    sort: (next: Sort) => void
    retry: () => void
    clear: () => void
    firstPage: () => void
  }
  filtered: boolean
  view: TableViewOptions
  actions: MenuAction<R>[][]
  onOpen: (row: R) => void
  /** Where there is none at all. */
  none: ReactNode
}

const idOf = ({ id }: Row) => id

/** One page of clouds or of projects, with what stands there when it is empty. */
export const PlacesTable = <R extends Row>({ one, columns, list, ...props }: Props<R>) => (
  <DataTable
    caption={sentence(`${one}s`)}
    columns={columns}
    rows={list.page.data?.rows}
    getRowId={idOf}
    rowLabel={({ name }) => name}
    sort={sortOf(list.state.sort)}
    onSort={list.sort}
    fetching={list.page.isPlaceholderData}
    problem={list.page.error && problemOf(list.page.error)}
    onRetry={list.retry}
    rowMenu={(row) => <MenuEntries actions={props.actions} row={row} />}
    onOpen={props.onOpen}
    view={props.view}
    pager={list.pager}
    empty={
      <EmptyPlaces
        one={one}
        state={list.state}
        filtered={props.filtered}
        onClear={list.clear}
        onFirstPage={list.firstPage}
      >
        {props.none}
      </EmptyPlaces>
    }
  />
)
