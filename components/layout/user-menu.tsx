'use client'
import {
  Ellipsis,
  IdCard,
  Keyboard,
  KeyRound,
  LogOut,
  Settings2,
  SunMoon,
  Type,
  UserRoundCog,
  UsersRound,
} from 'lucide-react'
import { Avatar } from '@/components/access/avatar'
import type { Viewer } from '@/components/access/viewer'
import { useCommandCenter } from '@/components/palette/command-center'
import {
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLink,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from '@/components/ui/dropdown-menu'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'
import { setShortcutsEnabled, useShortcutsEnabled } from '@/lib/client/shortcuts'
import { setTheme, type Theme, themes, useTheme } from '@/lib/client/theme'

const themeLabels: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'System' }

export type UserMenuProps = {
  viewer: Viewer
  onSignOut: () => void
  /** Only the avatar, in the bar of small windows. */
  compact?: boolean
}

/** The user icon: "click your user icon, then Users & IAM, API keys, …". */
export function UserMenu({ viewer, onSignOut, compact }: UserMenuProps) {
  const theme = useTheme()
  const shortcuts = useShortcutsEnabled()
  const show = useCommandCenter()
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
        <div className="px-2 py-1">
          <p dir="auto" className="truncate text-left font-medium">
            {viewer.name}
          </p>
          <p className="truncate text-muted-foreground text-xs">{viewer.email}</p>
        </div>
        <DropdownMenuSeparator />
        {viewer.role === 'owner' && (
          <>
            <DropdownMenuLink icon={<UsersRound />} href="/users">
              Users &amp; IAM
            </DropdownMenuLink>
            <DropdownMenuLink icon={<Settings2 />} href="/settings/general">
              Organization settings
            </DropdownMenuLink>
          </>
        )}
        <DropdownMenuLink icon={<KeyRound />} href="/api-keys">
          API keys
        </DropdownMenuLink>
        <DropdownMenuLink icon={<UserRoundCog />} href="/account">
          Account
        </DropdownMenuLink>
        <DropdownMenuLink icon={<IdCard />} href="/my-access">
          My access
        </DropdownMenuLink>
        <DropdownMenuSeparator />
        <DropdownMenuSub>
          <DropdownMenuSubTrigger icon={<SunMoon />} value={themeLabels[theme]}>
            Theme
          </DropdownMenuSubTrigger>
          <DropdownMenuSubContent>
            <DropdownMenuRadioGroup value={theme} onValueChange={(next) => setTheme(next as Theme)}>
              {themes.map((name) => (
                <DropdownMenuRadioItem key={name} value={name}>
                  {themeLabels[name]}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </DropdownMenuSubContent>
        </DropdownMenuSub>
        <DropdownMenuItem icon={<Keyboard />} shortcut="?" onSelect={() => show('help')}>
          Keyboard shortcuts
        </DropdownMenuItem>
        <DropdownMenuCheckboxItem
          icon={<Type />}
          checked={shortcuts}
          onCheckedChange={setShortcutsEnabled}
        >
          Letter shortcuts
        </DropdownMenuCheckboxItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem icon={<LogOut />} onSelect={onSignOut}>
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
