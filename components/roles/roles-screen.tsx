'use client'
import { debounce, useQueryStates } from 'nuqs'
import { FilterMenu } from '@/components/data-table/filter-menu'
import { Filters } from '@/components/data-table/filters'
import { NothingMatches } from '@/components/feedback/states'
import { Toolbar } from '@/components/layout/page'
import { SearchInput } from '@/components/ui/search-input'
import { plural } from '@/lib/client/words'
import { Legend } from './role-cell'
import { RoleList } from './role-list'
import { RoleMatrix } from './role-matrix'
import { levelLabels, levels } from './role-table'
import { RolesFrame } from './roles-frame'
import { columnsOf, rolesParsers, rowsOf } from './roles-state'

const options = levels.map((value) => ({ value, label: levelLabels[value] }))
const noFilters = { q: null, level: null }

/** /roles: the whole policy. On phones the roles by name, since fourteen columns are none. */
export function RolesScreen() {
  const [state, set] = useQueryStates(rolesParsers)
  const rows = rowsOf(state)
  const columns = columnsOf(rows)
  const filtered = state.q !== '' || state.level.length > 0
  return (
    <RolesFrame>
      <Toolbar>
        <SearchInput
          label="Search permissions"
          value={state.q}
          onValueChange={(q) =>
            set({ q: q || null }, { limitUrlUpdates: q ? debounce(200) : undefined })
          }
        />
        <Filters
          active={filtered}
          onClear={() => set(noFilters)}
          parts={[
            {
              id: 'level',
              label: 'Level',
              set: state.level.length > 0,
              node: (
                <FilterMenu
                  label="Level"
                  options={options}
                  values={state.level}
                  onValuesChange={(level) => set({ level }, { history: 'push' })}
                />
              ),
            },
          ]}
        />
      </Toolbar>
      {rows.length === 0 ? (
        <NothingMatches title="No permission matches" onClear={() => set(noFilters)}>
          Nothing that may be done here is called “{state.q}”.
        </NothingMatches>
      ) : (
        <>
          <section
            aria-label="Matrix"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1)
            tabIndex={0}
            className="min-h-0 flex-1 overflow-auto border-t -outline-offset-2"
          >
            <div className="max-sm:hidden">
              <RoleMatrix
                caption="Roles and permissions"
                columns={columns}
                rows={rows}
                marked={state.role}
              />
            </div>
            <RoleList columns={columns} rows={rows} className="sm:hidden" />
          </section>
          <footer className="flex min-h-10 shrink-0 flex-wrap items-center justify-between gap-x-5 gap-y-1 border-t px-(--gutter) py-2">
            <p role="status" className="text-muted-foreground text-xs">
              {plural(columns.length, 'role')} · {plural(rows.length, 'permission')}
            </p>
            <div className="max-sm:hidden">
              <Legend />
            </div>
          </footer>
        </>
      )}
    </RolesFrame>
  )
}
