'use client'
import { SlidersHorizontal } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownMenuContent } from '@/components/ui/dropdown-menu'
import { lazily } from '@/components/ui/lazily'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'
import type { TableViewOptions } from './use-table-view'

const ViewEntries = lazily(() => import('./view-entries').then((m) => m.ViewEntries), {
  soon: true,
})

/** The sliders icon: give it to `Toolbar` as `end`. Phones show a list without columns, so not there. */
export const TableOptions = ({ view }: { view: TableViewOptions }) => (
  <DropdownMenu>
    <DropdownMenuTrigger>
      <Button
        variant="ghost"
        size="icon"
        data-wide-only
        aria-label="Columns and density"
        className="text-muted-foreground max-sm:hidden"
        icon={<SlidersHorizontal />}
      />
    </DropdownMenuTrigger>
    <DropdownMenuContent className="w-56">
      <ViewEntries view={view} />
    </DropdownMenuContent>
  </DropdownMenu>
)
