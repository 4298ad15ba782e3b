'use client'
import { RotateCcw, SlidersHorizontal } from 'lucide-react'
import { Button } from '@/components/ui/button'
import {
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'
import type { Density } from './column'
import type { TableViewOptions } from './use-table-view'

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
      <DropdownMenuLabel>Columns</DropdownMenuLabel>
      {view.columns.map(({ id, header, shown }, index) => (
        <DropdownMenuCheckboxItem
          key={id}
          checked={shown}
          disabledReason={index === 0 ? 'Always shown' : undefined}
          onCheckedChange={(on) => view.show(id, on)}
        >
          {header}
        </DropdownMenuCheckboxItem>
      ))}
      <DropdownMenuSeparator />
      <DropdownMenuLabel>Density</DropdownMenuLabel>
      <DropdownMenuRadioGroup
        value={view.density}
        onValueChange={(density) => view.setDensity(density as Density)}
      >
        <DropdownMenuRadioItem value="comfortable">Comfortable</DropdownMenuRadioItem>
        <DropdownMenuRadioItem value="compact">Compact</DropdownMenuRadioItem>
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
      <DropdownMenuItem
        icon={<RotateCcw />}
        disabledReason={view.changed ? undefined : 'Nothing was changed.'}
        onSelect={view.reset}
      >
        Reset
      </DropdownMenuItem>
    </DropdownMenuContent>
  </DropdownMenu>
)
