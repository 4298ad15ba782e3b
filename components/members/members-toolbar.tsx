'use client'
import { debounce, useQueryStates } from 'nuqs'
import { FilterMenu } from '@/components/data-table/filter-menu'
import { Toolbar } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { organizationRoles, roleLabels } from '@/lib/domain/permissions'
import { memberListParsers } from './member-list'

const roleFilter = organizationRoles.map((value) => ({ value, label: roleLabels[value] }))

/** Search and filters, kept in the URL. Whatever changes, the list begins at its first page. */
export function MembersToolbar() {
  const [{ q, role }, set] = useQueryStates(memberListParsers)
  return (
    <Toolbar>
      <SearchInput
        label="Search name or email"
        className="max-sm:min-w-48"
        value={q}
        onValueChange={(text) =>
          set(
            { q: text || null, after: null },
            { limitUrlUpdates: text ? debounce(200) : undefined },
          )
        }
      />
      <FilterMenu
        label="Organization role"
        options={roleFilter}
        values={role}
        onValuesChange={(next) => set({ role: next, after: null }, { history: 'push' })}
      />
      {(q || role.length > 0) && (
        <Button
          variant="ghost"
          size="small"
          className="text-primary-text"
          onClick={() => set({ q: null, role: null, after: null }, { history: 'push' })}
        >
          Clear
        </Button>
      )}
    </Toolbar>
  )
}
