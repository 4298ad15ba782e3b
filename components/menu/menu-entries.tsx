'use client'
import { Fragment } from 'react'
import {
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from '@/components/ui/dropdown-menu'
import type { MenuAction, MenuEntry } from './menu-action'
import { useMenuAction } from './use-menu-action'

type Props<Row> = {
  /** Groups, with a line between them; the destructive one last. */
  actions: readonly (readonly MenuEntry<Row>[])[]
  row: Row
}

export const MenuEntries = <Row,>({ actions, row }: Props<Row>) =>
  actions.map((group, index) => (
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
          !entry.hidden?.(row) && <Entry key={entry.id} action={entry} row={row} />
        ),
      )}
    </Fragment>
  ))

function Entry<Row>({ action, row }: { action: MenuAction<Row>; row: Row }) {
  const { id: _, label, reason, run, ...look } = useMenuAction()(action, row)
  return (
    <DropdownMenuItem {...look} disabledReason={reason} onSelect={run}>
      {label}
    </DropdownMenuItem>
  )
}
