'use client'
import { debounce, useQueryStates } from 'nuqs'
import { filterParts } from '@/components/data-table/filter-parts'
import { FilterTime, lastActivePresets, recentPresets } from '@/components/data-table/filter-time'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { lazily } from '@/components/ui/lazily'
import { SearchInput } from '@/components/ui/search-input'
import { roleLabels } from '@/lib/domain/roles'
import { isFiltered, memberListParsers, noFilters } from './member-list'
import { factorLabels, keyLabels, kindLabels, sourceLabels, stateLabels } from './members-words'

const AccessFilter = lazily(() => import('./access-filter').then((m) => m.AccessFilter))

const optionsOf = <T extends string>(labels: Record<T, string>) =>
  (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }))

const roles = optionsOf(roleLabels)
const states = optionsOf(stateLabels)
const sources = optionsOf(sourceLabels)
const kinds = optionsOf(kindLabels)
const factors = optionsOf(factorLabels)
const keyNeeds = optionsOf(keyLabels)

/** Search and filters, kept in the URL. Whatever changes, the list begins at its first page. */
export function MembersToolbar({ view }: { view: TableViewOptions }) {
  const [state, set] = useQueryStates(memberListParsers)
  const change = (next: Parameters<typeof set>[0]) =>
    set({ ...(next as object), after: null }, { history: 'push' })
  const { part, several, one } = filterParts(state, change)
  type Presets = typeof recentPresets
  const time = (id: 'active' | 'joined', label: string, presets: Presets, more?: boolean) =>
    part(
      id,
      label,
      <FilterTime
        label={label}
        presets={presets}
        value={state[id]}
        onValueChange={(value) => change({ [id]: value })}
      />,
      more,
    )
  const parts = [
    several('role', 'Organization role', roles),
    one('state', 'Status', states),
    several('source', 'Source', sources),
    one('factor', 'MFA', factors),
    time('active', 'Last active', lastActivePresets),
    part(
      'access',
      'Has access to',
      <AccessFilter value={state.access} onChange={(access) => change({ access })} />,
      true,
    ),
    time('joined', 'Joined', recentPresets, true),
    one('keys', 'API keys', keyNeeds, true),
    one('kind', 'Kind', kinds, true),
  ]
  return (
    <Toolbar end={<TableOptions view={view} />}>
      <SearchInput
        label="Search name or email"
        className="max-sm:min-w-48"
        value={state.q}
        onValueChange={(text) =>
          set(
            { q: text || null, after: null },
            { limitUrlUpdates: text ? debounce(200) : undefined },
          )
        }
      />
      <Filters parts={parts} active={isFiltered(state)} onClear={() => change(noFilters)} />
    </Toolbar>
  )
}
