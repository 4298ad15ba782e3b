'use client'
import {
  ArrowLeftRight,
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
import type { Viewer } from '@/components/access/viewer'
import { useCommandCenter } from '@/components/palette/command-center'
import {
  DropdownMenuCheckboxItem,
  DropdownMenuItem,
  DropdownMenuLink,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from '@/components/ui/dropdown-menu'
import { setShortcutsEnabled, useShortcutsEnabled } from '@/lib/client/shortcuts'
import { setTheme, type Theme, themes, useTheme } from '@/lib/client/theme'

const themeLabels: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'System' }

export type UserMenuEntriesProps = { viewer: Viewer; onSignOut: () => void }

export function UserMenuEntries({ viewer, onSignOut }: UserMenuEntriesProps) {
  const theme = useTheme()
  const shortcuts = useShortcutsEnabled()
  const show = useCommandCenter()
  return (
    <>
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
      <DropdownMenuItem icon={<ArrowLeftRight />} onSelect={() => show('organizations')}>
        Switch organization…
      </DropdownMenuItem>
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
    </>
  )
}
