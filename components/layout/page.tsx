import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Fragment, type ReactNode } from 'react'
import { ApiCallButton } from '@/components/api-call/api-call'
import type { ApiCall } from '@/components/api-call/curl'
import { cn } from '@/components/ui/cn'
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs'

type Step = { label: string; href: string }

type HeaderProps = {
  title: string
  /** Where this page belongs; several from the outside in. */
  crumb?: Step | readonly Step[]
  /** At the far right of the crumb: the way to what stands beside this in its list. */
  corner?: ReactNode
  /** One sentence below the title. */
  description?: ReactNode
  /** A large avatar or mark. */
  leading?: ReactNode
  /** Chips after the title. */
  aside?: ReactNode
  /** The API call that gives what this page shows. */
  api?: ApiCall
  /** At the far right; one primary button, last. */
  actions?: ReactNode
}

export const PageHeader = (props: HeaderProps) => (
  <header className="flex shrink-0 flex-wrap items-start gap-x-4 gap-y-2 px-(--gutter) pt-5 pb-2.5">
    {props.corner && (
      <div className="flex min-h-7 w-full items-center justify-between gap-4">
        {props.crumb && <Crumb steps={[props.crumb].flat()} />}
        {props.corner}
      </div>
    )}
    {props.leading}
    {/* A long name of a person or a place, on phones a sentence too, takes a line of its own before it is broken into a column. */}
    <div
      className={cn(
        'min-w-0',
        props.leading || props.crumb ? 'flex-[1_1_16rem]' : 'flex-1',
        props.description ? 'max-sm:basis-64' : '',
      )}
    >
      {props.crumb && !props.corner && <Crumb steps={[props.crumb].flat()} />}
      <div className="flex min-h-7 flex-wrap items-center gap-2">
        <h1 className="font-semibold text-xl [overflow-wrap:anywhere]">
          <bdi>{props.title}</bdi>
        </h1>
        {props.aside}
      </div>
      {props.description && <p className="text-foreground-2">{props.description}</p>}
    </div>
    {(props.api || props.actions) && (
      <div className="flex flex-wrap items-center gap-2">
        {props.api && <ApiCallButton call={props.api} />}
        {props.actions}
      </div>
    )}
  </header>
)

const Crumb = ({ steps }: { steps: readonly Step[] }) => (
  <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1 text-xs">
    {steps.map(({ label, href }, index) => (
      <Fragment key={href}>
        {index > 0 && <ChevronRight className="size-3 shrink-0 text-muted-foreground" />}
        <Link href={href} className="tap min-w-0 text-muted-foreground hover:text-foreground">
          <bdi className="block truncate">{label}</bdi>
        </Link>
      </Fragment>
    ))}
  </nav>
)

type TabsProps = { label: string; tabs: readonly LinkTab[] }

export const PageTabs = ({ label, tabs }: TabsProps) => (
  <div className="shrink-0 border-b px-(--gutter)">
    <LinkTabs label={label} tabs={tabs} />
  </div>
)

type ToolbarProps = { children: ReactNode; end?: ReactNode }

/** Search and filters over a list. */
export const Toolbar = ({ children, end }: ToolbarProps) => (
  <div className="flex shrink-0 flex-wrap items-center gap-1.5 px-(--gutter) py-2.5">
    {children}
    {end && (
      <div className="ml-auto flex items-center gap-1.5 max-sm:has-[>[data-wide-only]:only-child]:hidden">
        {end}
      </div>
    )}
  </div>
)

type BodyProps = { children: ReactNode; className?: string }

/** The part of a page that scrolls, for pages that are not one table. */
export const PageBody = ({ children, className }: BodyProps) => (
  <div className={cn('min-h-0 flex-1 overflow-y-auto px-(--gutter) pt-2 pb-12', className)}>
    {children}
  </div>
)

type SectionProps = { title: string; aside?: ReactNode; children: ReactNode; className?: string }

/** A titled part of a page. */
export const PageSection = ({ title, aside, children, className }: SectionProps) => (
  <section className={cn('py-4', className)}>
    <div className="mb-2 flex items-baseline justify-between gap-4">
      <h2 className="font-semibold text-sm tracking-normal">{title}</h2>
      {aside && <div className="text-muted-foreground">{aside}</div>}
    </div>
    {children}
  </section>
)
