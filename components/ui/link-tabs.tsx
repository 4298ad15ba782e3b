'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { formatCount } from '@/lib/client/words'
import { cn } from './cn'

export type LinkTab = { href: string; label: string; count?: number | string }

type Props = { label: string; tabs: readonly LinkTab[]; className?: string }

/** Tabs that are pages: links, so that they open in a new tab and the back button works. */
export function LinkTabs({ label, tabs, className }: Props) {
  const path = usePathname()
  return (
    <nav aria-label={label} className={cn('flex gap-5 overflow-x-auto', className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={path === tab.href ? 'page' : undefined}
          className="group relative flex h-9 shrink-0 items-center gap-1.5 rounded-sm text-muted-foreground -outline-offset-2 hover:text-foreground aria-[current=page]:font-medium aria-[current=page]:text-foreground aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-0 aria-[current=page]:after:bottom-0 aria-[current=page]:after:h-0.5 aria-[current=page]:after:bg-foreground max-sm:h-11"
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="rounded-sm bg-accent px-1 font-medium text-2xs text-foreground-2 tabular-nums group-aria-[current=page]:bg-pressed">
              {typeof tab.count === 'string' ? tab.count : formatCount(tab.count)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
