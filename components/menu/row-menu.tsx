'use client'
import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { MenuAction } from './menu-action'
import { useMenuAction } from './use-menu-action'

type Props<Row> = {
  /** Groups, with a line between them; the destructive one last. */
  actions: readonly (readonly MenuAction<Row>[])[]
  row: Row
  /** Names the button: "Actions for Tom Li". */
  label: string
  variant?: ButtonProps['variant']
}

/** Three dots. Entries that do nothing now stay visible and say why. */
export function RowMenu<Row>({ actions, row, label, variant = 'ghost' }: Props<Row>) {
  const resolve = useMenuAction()
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
            {group.map((action) => {
              const { id, label: text, reason, run, ...look } = resolve(action, row)
              return (
                <DropdownMenuItem key={id} {...look} disabledReason={reason} onSelect={run}>
                  {text}
                </DropdownMenuItem>
              )
            })}
          </Fragment>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
