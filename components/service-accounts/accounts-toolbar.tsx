'use client'
import { filterParts } from '@/components/data-table/filter-parts'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { SearchInput } from '@/components/ui/search-input'
import { isFiltered } from './account-list'
import type { useAccounts } from './use-accounts'

type Props = { accounts: ReturnType<typeof useAccounts>; view: TableViewOptions }

const states = [
  { value: 'enabled', label: 'Enabled' },
  { value: 'disabled', label: 'Disabled' },
] as const
const keys = [
  { value: 'none', label: 'None' },
  { value: 'ending', label: 'End within 14 days' },
  { value: 'endless', label: 'Without an end' },
] as const
const uses = [
  { value: 'lately', label: 'Within 90 days' },
  { value: 'not_lately', label: 'Not for 90 days' },
] as const

export function AccountsToolbar({ accounts, view }: Props) {
  const { state, search, filter, clear } = accounts
  const { one } = filterParts(state, filter)
  return (
    <Toolbar end={<TableOptions view={view} />}>
      <SearchInput
        label="Search name or email"
        className="max-sm:min-w-48"
        value={state.q}
        onValueChange={search}
      />
      <Filters
        parts={[
          one('keys', 'Keys', keys),
          one('use', 'Last used', uses),
          one('state', 'Status', states),
        ]}
        active={isFiltered(state)}
        onClear={clear}
      />
    </Toolbar>
  )
}
