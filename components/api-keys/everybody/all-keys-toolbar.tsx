'use client'
import { useIdName } from '@/components/audit-log/id-names'
import { filterParts } from '@/components/data-table/filter-parts'
import { Filters } from '@/components/data-table/filters'
import { PickedFilter } from '@/components/data-table/picked-filter'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { lazily } from '@/components/ui/lazily'
import { SearchInput } from '@/components/ui/search-input'
import { isFiltered } from './all-keys-list'
import type { useAllKeys } from './use-all-keys'

const PersonPicker = lazily(() =>
  import('@/components/audit-log/person-picker').then((m) => m.PersonPicker),
)

type Props = { keys: ReturnType<typeof useAllKeys>; view: TableViewOptions }

const kinds = [
  { value: 'person', label: 'People' },
  { value: 'service_account', label: 'Service accounts' },
] as const
const ends = [
  { value: 'within_7_days', label: 'Within 7 days' },
  { value: 'none', label: 'Does not end' },
  { value: 'ended', label: 'Ended' },
] as const
const uses = [{ value: 'not_lately', label: 'Not for 90 days' }] as const

/** Search and filters, kept in the URL. Whatever changes, the list begins at its first page. */
export function AllKeysToolbar({ keys, view }: Props) {
  const { state, search, filter, clear } = keys
  const holder = useIdName(state.of)
  const { part, one } = filterParts(state, filter)
  return (
    <Toolbar end={<TableOptions view={view} />}>
      <SearchInput
        label="Search name or last six"
        className="max-sm:min-w-48"
        value={state.q}
        onValueChange={search}
      />
      <Filters
        parts={[
          part(
            'of',
            'Holder',
            <PickedFilter
              label="Holder"
              words={holder}
              onChange={(id) => filter({ of: id })}
              picker={(choose) => (
                <PersonPicker label="Holder" withSystem={false} onChoose={choose} />
              )}
            />,
          ),
          one('kind', 'Keys of', kinds),
          one('ends', 'Ends', ends),
          one('use', 'Last used', uses),
        ]}
        active={isFiltered(state)}
        onClear={clear}
      />
    </Toolbar>
  )
}
