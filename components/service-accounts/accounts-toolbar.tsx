'use client'
import { useIdName } from '@/components/audit-log/id-names'
import { filterParts } from '@/components/data-table/filter-parts'
import { Filters } from '@/components/data-table/filters'
import { PickedFilter } from '@/components/data-table/picked-filter'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { AccessFilter } from '@/components/members/access-filter'
import { lazily } from '@/components/ui/lazily'
import { SearchInput } from '@/components/ui/search-input'
import { isFiltered } from './account-list'
import type { useAccounts } from './use-accounts'

const PersonPicker = lazily(() =>
  import('@/components/audit-log/person-picker').then((m) => m.PersonPicker),
)

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
  const creator = useIdName(state.creator)
  const { one, part } = filterParts(state, filter)
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
          part(
            'creator',
            'Created by',
            <PickedFilter
              label="Created by"
              words={creator}
              onChange={(id) => filter({ creator: id })}
              picker={(choose) => (
                <PersonPicker label="Created by" withSystem={false} onChoose={choose} />
              )}
            />,
          ),
          part(
            'access',
            'Access',
            <AccessFilter
              label="Access"
              value={state.access}
              onChange={(access) => filter({ access })}
            />,
          ),
          one('state', 'Status', states, true),
        ]}
        active={isFiltered(state)}
        onClear={clear}
      />
    </Toolbar>
  )
}
