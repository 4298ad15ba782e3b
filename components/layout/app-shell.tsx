'use client'
import { Menu } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type Viewer, ViewerProvider } from '@/components/access/viewer'
import { CommandCenter, PaletteButton, PaletteField } from '@/components/palette/command-center'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { OrganizationButton } from './organization-button'
import { PageAlertBanner } from './page-alert-banner'
import { type NavGroup, SidebarNav } from './sidebar-nav'
import { SkipLink } from './skip-link'
import { UserMenu } from './user-menu'

const NavSheet = lazily(() => import('./nav-sheet').then((m) => m.NavSheet))

type Props = {
  viewer: Viewer
  nav: readonly NavGroup[]
  onSignOut: () => void
  /** What concerns everybody on every page. */
  notice?: ReactNode
  children: ReactNode
}

/** The signed-in frame: sidebar, or under 900 px a bar and a sheet; the page fills the rest and scrolls inside. */
export const AppShell = ({ viewer, nav, onSignOut, notice, children }: Props) => (
  <ViewerProvider viewer={viewer}>
    <CommandCenter onSignOut={onSignOut}>
      <SkipLink />
      <div className="flex h-dvh max-md:flex-col">
        <aside
          aria-label="Organization"
          className="flex w-(--sidebar-width) shrink-0 flex-col border-r bg-sunken max-md:hidden"
        >
          <OrganizationButton viewer={viewer} />
          <div className="px-2 pb-3">
            <PaletteField />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <SidebarNav groups={nav} />
          </div>
          <div className="border-t px-2 py-1.5">
            <UserMenu viewer={viewer} onSignOut={onSignOut} />
          </div>
        </aside>
        <header className="flex h-12 shrink-0 items-center gap-1 border-b bg-sunken px-2 md:hidden">
          <NavButton viewer={viewer} nav={nav} />
          <OrganizationButton viewer={viewer} compact />
          <PaletteButton />
          <UserMenu compact viewer={viewer} onSignOut={onSignOut} />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col bg-background outline-none"
        >
          <PageAlertBanner />
          {notice}
          {children}
        </main>
      </div>
    </CommandCenter>
  </ViewerProvider>
)

function NavButton({ viewer, nav }: Pick<Props, 'viewer' | 'nav'>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Menu"
        aria-haspopup="dialog"
        aria-expanded={open}
        className="size-11"
        icon={<Menu />}
        onPointerDown={NavSheet.load}
        onClick={() => setOpen(true)}
      />
      {open && (
        <NavSheet
          onClose={() => setOpen(false)}
          head={<OrganizationButton viewer={viewer} onOpen={() => setOpen(false)} />}
        >
          <SidebarNav groups={nav} onNavigate={() => setOpen(false)} />
        </NavSheet>
      )}
    </>
  )
}
