'use client'
import { debounce, useQueryStates } from 'nuqs'
import { FilterMenu } from '@/components/data-table/filter-menu'
import type { FilterPart } from '@/components/data-table/filter-part'
import { FilterSingle } from '@/components/data-table/filter-single'
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
  const parts: FilterPart[] = [
    {
      id: 'role',
      label: 'Organization role',
      set: state.role.length > 0,
      node: (
        <FilterMenu
          label="Organization role"
          options={roles}
          values={state.role}
          onValuesChange={(role) => change({ role })}
        />
      ),
    },
    {
      id: 'state',
      label: 'Status',
      set: state.state !== null,
      node: (
        <FilterSingle
          label="Status"
          options={states}
          value={state.state}
          onValueChange={(next) => change({ state: next })}
        />
      ),
    },
    {
      id: 'source',
      label: 'Source',
      set: state.source.length > 0,
      node: (
        <FilterMenu
          label="Source"
          options={sources}
          values={state.source}
          onValuesChange={(source) => change({ source })}
        />
      ),
    },
    {
      id: 'factor',
      label: 'MFA',
      set: state.factor !== null,
      node: (
        <FilterSingle
          label="MFA"
          options={factors}
          value={state.factor}
          onValueChange={(factor) => change({ factor })}
        />
      ),
    },
    {
      id: 'active',
      label: 'Last active',
      set: state.active !== null,
      node: (
        <FilterTime
          label="Last active"
          presets={lastActivePresets}
          value={state.active}
          onValueChange={(active) => change({ active })}
        />
      ),
    },
    {
      id: 'access',
      label: 'Has access to',
      set: state.access !== null,
      more: true,
      node: <AccessFilter value={state.access} onChange={(access) => change({ access })} />,
    },
    {
      id: 'joined',
      label: 'Joined',
      set: state.joined !== null,
      more: true,
      node: (
        <FilterTime
          label="Joined"
          presets={recentPresets}
          value={state.joined}
          onValueChange={(joined) => change({ joined })}
        />
      ),
    },
    {
      id: 'keys',
      label: 'API keys',
      set: state.keys !== null,
      more: true,
      node: (
        <FilterSingle
          label="API keys"
          options={keyNeeds}
          value={state.keys}
          onValueChange={(keys) => change({ keys })}
        />
      ),
    },
    {
      id: 'kind',
      label: 'Kind',
      set: state.kind !== null,
      more: true,
      node: (
        <FilterSingle
          label="Kind"
          options={kinds}
          value={state.kind}
          onValueChange={(kind) => change({ kind })}
        />
      ),
    },
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
