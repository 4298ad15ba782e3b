'use client'
import { Ellipsis } from 'lucide-react'
import { Avatar } from '@/components/access/avatar'
import type { Viewer } from '@/components/access/viewer'
import { DropdownMenuContent } from '@/components/ui/dropdown-menu'
import { lazily } from '@/components/ui/lazily'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'

const UserMenuEntries = lazily(() => import('./user-menu-entries').then((m) => m.UserMenuEntries), {
  soon: true,
})

export type UserMenuProps = {
  viewer: Viewer
  onSignOut: () => void
  /** Only the avatar, in the bar of small windows. */
  compact?: boolean
}

/** The user icon: "click your user icon, then Users & IAM, API keys, …". */
export function UserMenu({ viewer, onSignOut, compact }: UserMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger>
        {compact ? (
          <button
            type="button"
            aria-label={`Account of ${viewer.name}`}
            className="flex size-11 items-center justify-center rounded-full"
          >
            <Avatar id={viewer.identityId} name={viewer.name} size={24} />
          </button>
        ) : (
          <button
            type="button"
            aria-label={`Account of ${viewer.name}`}
            className="flex h-10 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-accent data-[state=open]:bg-pressed"
          >
            <Avatar id={viewer.identityId} name={viewer.name} size={24} />
            <span dir="auto" className="flex-1 truncate text-left">
              {viewer.name}
            </span>
            <Ellipsis className="text-muted-foreground" />
          </button>
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align={compact ? 'end' : 'start'}
        side={compact ? 'bottom' : 'top'}
        className="w-63"
      >
        <UserMenuEntries viewer={viewer} onSignOut={onSignOut} />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
