'use client'
import { useId } from 'react'
import { originLabels } from '@/components/access/origin'
import { filterParts } from '@/components/data-table/filter-parts'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { SearchInput } from '@/components/ui/search-input'
import { Switch } from '@/components/ui/switch'
import { cloudLimit, type StoredOrigin, storedOrigins } from '@/lib/domain/roles'
import { isFiltered } from './access-list'
import type { Place } from './place'
import { limitOption, roleOptions } from './role-choices'
import type { useAccess } from './use-access'

type Props = { place: Place; access: ReturnType<typeof useAccess>; view: TableViewOptions }

const kinds = [
  { value: 'person', label: 'People' },
  { value: 'service_account', label: 'Service accounts' },
] as const
const ends = [
  { value: 'ending', label: 'Within 7 days' },
  { value: 'timed', label: 'Has an end' },
  { value: 'ended', label: 'Has ended' },
  { value: 'planned', label: 'Starts later' },
] as const

const rolesOf = (kind: Place['kind']): { value: string; label: string }[] => [
  ...roleOptions(kind),
  ...(kind === 'cloud' ? [{ value: cloudLimit, label: limitOption.label }] : []),
]

/** Only a cloud adds by itself; only a project has a creator with a role. */
const originsOf = (kind: Place['kind']): { value: StoredOrigin; label: string }[] =>
  storedOrigins
    .filter((origin) => origin !== (kind === 'cloud' ? 'creator' : 'auto_add'))
    .map((value) => ({ value, label: originLabels[value] }))

/** Search, filters, and whether access that nobody was given by a grant is shown; all in the URL. */
export function AccessToolbar({ place, access, view }: Props) {
  const { state, search, filter, clear } = access
  const id = useId()
  const { several, one } = filterParts(state, filter)
  const parts = [
    several('role', 'Role', rolesOf(place.kind)),
    several('from', 'Where it comes from', originsOf(place.kind)),
    several('kind', 'Kind', kinds),
    one('ends', 'Ends', ends),
  ]
  return (
    <Toolbar
      end={
        <>
          <label
            htmlFor={id}
            className="flex items-center gap-2 whitespace-nowrap text-foreground-2 text-xs max-sm:min-h-11 max-sm:text-sm"
          >
            <Switch
              id={id}
              className="mt-0"
              checked={state.inherited === null}
              onCheckedChange={(on) => filter({ inherited: on ? null : 'off' })}
            />
            Include inherited
          </label>
          <TableOptions view={view} />
        </>
      }
    >
      <SearchInput
        label="Search name or email"
        className="max-sm:min-w-40"
        value={state.q}
        onValueChange={search}
      />
      <Filters parts={parts} active={isFiltered(state)} onClear={clear} />
    </Toolbar>
  )
}
