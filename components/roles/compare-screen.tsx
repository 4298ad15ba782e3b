'use client'
import { useQueryStates } from 'nuqs'
import { FilterMenu } from '@/components/data-table/filter-menu'
import { Toolbar } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { plural } from '@/lib/client/words'
import { Legend } from './role-cell'
import { RoleMatrix } from './role-matrix'
import { permissionRows, roleColumns } from './role-table'
import { RolesFrame } from './roles-frame'
import { compareParsers, differing } from './roles-state'

const options = roleColumns.map(({ id, label, level }) => ({
  value: id,
  label: level === 'organization' ? `Organization: ${label}` : label,
}))

/** /roles/compare: some roles side by side, and only what they differ in. */
export function CompareScreen() {
  const [state, set] = useQueryStates(compareParsers, { history: 'push' })
  const columns = roleColumns.filter(({ id }) => state.with.includes(id))
  const rows = state.all ? permissionRows : differing(columns)
  const names = columns.map(({ label }) => label).join(', ')
  return (
    <RolesFrame>
      <Toolbar>
        <FilterMenu
          label="Roles"
          between="and"
          options={options}
          values={columns.map(({ id }) => id)}
          onValuesChange={(ids) => set({ with: ids })}
        />
        <Button
          size="small"
          aria-pressed={!state.all}
          className="aria-pressed:border-primary-text aria-pressed:bg-primary-soft aria-pressed:text-primary-text"
          onClick={() => set({ all: state.all ? null : '1' })}
        >
          Only what differs
        </Button>
      </Toolbar>
      <section
        aria-label="Comparison"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto border-t -outline-offset-2"
      >
        {columns.length < 2 && (
          <p className="px-(--gutter) py-6 text-foreground-2">Choose two roles or more.</p>
        )}
        {columns.length > 1 && rows.length === 0 && (
          <p className="px-(--gutter) py-6 text-foreground-2">
            {names} do not differ: each permits exactly what the others do.
          </p>
        )}
        {columns.length > 1 && rows.length > 0 && (
          <RoleMatrix caption={`Compared: ${names}`} columns={columns} rows={rows} />
        )}
      </section>
      <footer className="flex min-h-10 shrink-0 flex-wrap items-center justify-between gap-x-5 gap-y-1 border-t px-(--gutter) py-2">
        <p role="status" className="text-muted-foreground text-xs">
          {plural(rows.length, 'permission')}
          {!state.all && ' differ'}
        </p>
        <Legend />
      </footer>
    </RolesFrame>
  )
}
