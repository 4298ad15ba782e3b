'use client'
import type { FilterPart } from '@/components/data-table/filter-part'
import { FilterSingle } from '@/components/data-table/filter-single'
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
  const parts: FilterPart[] = [
    {
      id: 'auto',
      label: 'Auto add',
      set: state.auto !== null,
      node: (
        <FilterSingle
          label="Auto add"
          options={autoOptions}
          value={state.auto}
          onValueChange={(auto) => filter({ auto })}
        />
      ),
    },
  ]
  return (
    <Toolbar end={<TableOptions view={view} />}>
      <SearchInput
        label="Search name"
        className="max-sm:min-w-40"
        value={state.q}
        onValueChange={search}
      />
      <Filters parts={parts} active={isFiltered(state)} onClear={clear} />
    </Toolbar>
  )
}
