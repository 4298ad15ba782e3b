'use client'
import type { FilterPart } from '@/components/data-table/filter-part'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { SearchInput } from '@/components/ui/search-input'

type Props = {
  list: { state: { q: string }; search: (text: string) => void; clear: () => void }
  parts: readonly FilterPart[]
  filtered: boolean
  view: TableViewOptions
}

/** Search and filters over clouds or projects, kept in the URL. Whatever changes, the list begins at its first page. */
export const PlacesToolbar = ({ list, parts, filtered, view }: Props) => (
  <Toolbar end={<TableOptions view={view} />}>
    <SearchInput
      label="Search name"
      className="max-sm:min-w-40"
      value={list.state.q}
      onValueChange={list.search}
    />
    <Filters parts={parts} active={filtered} onClear={list.clear} />
  </Toolbar>
)
