import type { ReactNode } from 'react'
import { Logo } from '@/components/layout/logo'
import { SkipLink } from '@/components/layout/skip-link'

/** A page without the signed-in frame, readable by everybody: mark at the top left, one column. */
export const BarePage = ({ children }: { children: ReactNode }) => (
  <div className="flex min-h-dvh flex-col">
    <SkipLink />
    <header className="px-8 py-6 max-sm:px-4 max-sm:py-4">
      {/* A whole new page: this frame also stands where the application could not start. */}
      <a href="/" className="tap inline-block rounded-sm">
        <Logo />
      </a>
    </header>
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto w-full max-w-190 flex-1 px-4 pt-8 pb-16 outline-none max-sm:pt-2"
    >
      {children}
    </main>
  </div>
)
