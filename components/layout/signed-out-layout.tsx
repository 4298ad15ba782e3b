import type { ReactNode } from 'react'
import { Logo } from './logo'
import { SkipLink } from './skip-link'

type Props = {
  /** The host name of this server, so that people see where they type a password. */
  host: string
  /** Links at the bottom right, each with a page that exists. */
  links?: readonly { label: string; href: string }[]
  /** Pixels of the one column. */
  width?: 360 | 440 | 640
  children: ReactNode
}

export const SignedOutLayout = ({ host, links, width = 360, children }: Props) => (
  <div className="flex min-h-dvh flex-col">
    <SkipLink />
    <header className="px-8 py-6 max-sm:px-4 max-sm:py-4">
      <Logo />
    </header>
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto w-full flex-1 px-4 pt-20 pb-12 outline-none max-sm:pt-6"
      style={{ maxWidth: width + 32 }}
    >
      {children}
    </main>
    <footer className="flex flex-wrap justify-between gap-4 px-8 py-5 text-muted-foreground text-xs max-sm:px-4">
      <span className="[overflow-wrap:anywhere]">{host}</span>
      {links && (
        <nav aria-label="Legal" className="flex gap-4">
          {links.map((link) => (
            <a key={link.href} href={link.href} className="hover:text-foreground">
              {link.label}
            </a>
          ))}
        </nav>
      )}
    </footer>
  </div>
)

type TitleProps = { title: string; children?: ReactNode }

/** The heading of a signed-out page and the sentence below it. */
export const SignedOutTitle = ({ title, children }: TitleProps) => (
  <div className="mb-6">
    <h1 className="font-semibold text-2xl [overflow-wrap:anywhere]">{title}</h1>
    {children && <div className="mt-1 text-base text-foreground-2">{children}</div>}
  </div>
)
