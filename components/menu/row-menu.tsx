'use client'
import type { ReactNode } from 'react'
import { DropdownMenuContent } from '@/components/ui/dropdown-menu'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'

type Props = {
  /** A `MenuEntries`, or what loads one. */
  entries: ReactNode
  /** Names the button: "Actions for Tom Li". */
  label: string
  /** Beside other buttons it has a border. */
  outlined?: boolean
}

/** Three dots. Entries that do nothing now stay visible and say why. */
export const RowMenu = ({ entries, label, outlined }: Props) => (
  <DropdownMenu>
    <DropdownMenuTrigger>
      <button
        type="button"
        aria-label={label}
        data-row-menu
        className={outlined ? 'dots dots-outlined' : 'dots'}
      />
    </DropdownMenuTrigger>
    <DropdownMenuContent className="w-69">{entries}</DropdownMenuContent>
  </DropdownMenu>
)
