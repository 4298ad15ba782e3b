'use client'
import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import {
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from '@/components/ui/dropdown-menu'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'
import type { MenuAction, MenuEntry } from './menu-action'
import { useMenuAction } from './use-menu-action'

type Props<Row> = {
  /** Groups, with a line between them; the destructive one last. */
  actions: readonly (readonly MenuEntry<Row>[])[]
  row: Row
  /** Names the button: "Actions for Tom Li". */
  label: string
  /** Beside other buttons it has a border. */
  outlined?: boolean
}

/** Three dots. Entries that do nothing now stay visible and say why. */
export const RowMenu = <Row,>({ actions, row, label, outlined }: Props<Row>) => (
  <DropdownMenu>
    <DropdownMenuTrigger>
      <button
        type="button"
        aria-label={label}
        data-row-menu
        className={outlined ? 'dots dots-outlined' : 'dots'}
      >
        <Ellipsis />
      </button>
    </DropdownMenuTrigger>
    <DropdownMenuContent className="w-69">
      <Entries actions={actions} row={row} />
    </DropdownMenuContent>
  </DropdownMenu>
)

const Entries = <Row,>({ actions, row }: Pick<Props<Row>, 'actions' | 'row'>) =>
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
          <Entry key={entry.id} action={entry} row={row} />
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
