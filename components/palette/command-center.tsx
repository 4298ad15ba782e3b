'use client'
import { Search } from 'lucide-react'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
} from 'react'
import { useMemberExport } from '@/components/export/use-member-export'
import { Contained } from '@/components/feedback/contained'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { lazily } from '@/components/ui/lazily'
import { useShortcut } from '@/lib/client/shortcuts'
import { isPaletteKey, useModifier } from './modifier'
import { useGoKeys } from './use-go-keys'

// Soon, because one types into it at once.
const Palette = lazily(() => import('./palette').then((m) => m.Palette), { soon: true })
const KeyboardHelp = lazily(() => import('./keyboard-help').then((m) => m.KeyboardHelp))

const SwitchDialog = lazily(() =>
  import('@/components/organizations/switch-dialog').then((m) => m.SwitchDialog),
)
/** Fetches the list's scripts ahead of the click. */
export const loadSwitchDialog = SwitchDialog.load

type Overlay = 'palette' | 'help' | 'organizations'
const Context = createContext<(overlay: Overlay) => void>(() => {})

/** Opens the palette, the keyboard help, or the list of one’s organizations. */
export const useCommandCenter = () => useContext(Context)

type Props = { onSignOut: () => void; children: ReactNode }

/** The shortcuts of every page, and what they open: loaded when first wanted. */
export function CommandCenter({ onSignOut, children }: Props) {
  const [open, setOpen] = useState<Overlay | null>(null)
  const exporting = useMemberExport()
  useGoKeys()
  useShortcut('?', () => setOpen('help'))
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Control' || event.key === 'Meta') Palette.load()
    if (!isPaletteKey(event)) return
    event.preventDefault()
    if (open === 'palette') setOpen(null)
    else if (!document.querySelector('[role=dialog], [role=alertdialog]')) setOpen('palette')
  })
  useEffect(() => {
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
  const close = () => setOpen(null)
  return (
    <Context.Provider value={setOpen}>
      {children}
      <Contained onClose={close}>
        {open === 'palette' && (
          <Palette
            tools={{
              signOut: onSignOut,
              help: () => setOpen('help'),
              organizations: () => setOpen('organizations'),
              exportUsers: () => void exporting.run({ matching: {} }),
            }}
            onClose={close}
          />
        )}
        {open === 'help' && <KeyboardHelp onClose={close} />}
        {open === 'organizations' && <SwitchDialog onClose={close} />}
      </Contained>
    </Context.Provider>
  )
}

const trigger = {
  'aria-keyshortcuts': 'Control+K Meta+K',
  'aria-haspopup': 'dialog',
  onPointerEnter: Palette.load,
  onFocus: Palette.load,
} as const

/** In the sidebar. */
export function PaletteField() {
  const show = useCommandCenter()
  const { short } = useModifier()
  return (
    <button
      {...trigger}
      type="button"
      onClick={() => show('palette')}
      className="field-box flex h-8 w-full items-center gap-2.5 px-2.5 text-muted-foreground hover:text-foreground dark:bg-accent"
    >
      <Search />
      <span className="flex-1 truncate text-left">Search or jump to…</span>
      <Kbd className="border-none">{short}</Kbd>
    </button>
  )
}

/** In the bar of small windows. */
export function PaletteButton() {
  const show = useCommandCenter()
  return (
    <Button
      {...trigger}
      variant="ghost"
      size="icon"
      aria-label="Search or jump to"
      className="size-11"
      icon={<Search />}
      onClick={() => show('palette')}
    />
  )
}
