'use client'
import { filterParts } from '@/components/data-table/filter-parts'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { SearchInput } from '@/components/ui/search-input'
import { isFiltered } from './cloud-list'
import type { useClouds } from './use-clouds'

type Props = { clouds: ReturnType<typeof useClouds>; view: TableViewOptions }

const autoOptions = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const

export function CloudsToolbar({ clouds, view }: Props) {
  const { state, search, filter, clear } = clouds
  const { one } = filterParts(state, filter)
  return (
    <Toolbar end={<TableOptions view={view} />}>
      <SearchInput
        label="Search name"
        className="max-sm:min-w-40"
        value={state.q}
        onValueChange={search}
      />
      <Filters
        parts={[one('auto', 'Auto add', autoOptions)]}
        active={isFiltered(state)}
        onClear={clear}
      />
    </Toolbar>
  )
}
