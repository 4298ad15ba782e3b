'use client'
import { RotateCcw } from 'lucide-react'
import {
  DropdownMenuCheckboxItem,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu'
import type { Density } from './column'
import type { TableViewOptions } from './use-table-view'

/** Which columns, and how high the rows. */
export const ViewEntries = ({ view }: { view: TableViewOptions }) => (
  <>
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
  </>
)
