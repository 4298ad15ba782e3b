'use client'
import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { MenuAction, MenuEntry } from './menu-action'
import { useMenuAction } from './use-menu-action'

type Props<Row> = {
  /** Groups, with a line between them; the destructive one last. */
  actions: readonly (readonly MenuEntry<Row>[])[]
  row: Row
  /** Names the button: "Actions for Tom Li". */
  label: string
  variant?: ButtonProps['variant']
}

/** Three dots. Entries that do nothing now stay visible and say why. */
export function RowMenu<Row>({ actions, row, label, variant = 'ghost' }: Props<Row>) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        <Button
          variant={variant}
          size="icon"
          aria-label={label}
          data-row-menu
          className="text-muted-foreground"
          icon={<Ellipsis />}
        />
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-69">
        {actions.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <DropdownMenuSeparator />}
            {group.map((entry) =>
              'entries' in entry ? (
                <DropdownMenuSub key={entry.id}>
                  <DropdownMenuSubTrigger icon={entry.icon}>{entry.label}</DropdownMenuSubTrigger>
                  <DropdownMenuSubContent>
                    {entry.entries.map((action) => (
                      <Entry key={action.id} action={action} row={row} />
                    ))}
                  </DropdownMenuSubContent>
                </DropdownMenuSub>
              ) : (
                <Entry key={entry.id} action={entry} row={row} />
              ),
            )}
          </Fragment>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

function Entry<Row>({ action, row }: { action: MenuAction<Row>; row: Row }) {
  const { id: _, label, reason, run, ...look } = useMenuAction()(action, row)
  return (
    <DropdownMenuItem {...look} disabledReason={reason} onSelect={run}>
      {label}
    </DropdownMenuItem>
  )
}
