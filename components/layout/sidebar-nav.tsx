'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/lib/client/words'

export type NavItem = {
  label: string
  href: string
  icon: ReactNode
  count?: number
  /** The count waits for somebody: amber. */
  waiting?: boolean
}

export type NavGroup = { label?: string; items: readonly NavItem[] }

const under = (path: string, href: string) => path === href || path.startsWith(`${href}/`)

/** The entry with the longest address that the page lies under. */
function currentHref(groups: readonly NavGroup[], path: string): string | undefined {
  const hrefs = groups.flatMap((group) => group.items.map((item) => item.href))
  return hrefs.filter((href) => under(path, href)).sort((a, b) => b.length - a.length)[0]
}

type Props = { groups: readonly NavGroup[]; onNavigate?: () => void }

export function SidebarNav({ groups, onNavigate }: Props) {
  const current = currentHref(groups, usePathname())
  return (
    <nav aria-label="Main" className="flex flex-col gap-4 px-2 pt-1 pb-4">
      {groups.map((group) => (
        <div key={group.label ?? 'first'}>
          {group.label && (
            <h2 className="px-2 pb-1 font-medium text-muted-foreground text-xs tracking-normal">
              {group.label}
            </h2>
          )}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  onClick={onNavigate}
                  aria-current={item.href === current ? 'page' : undefined}
                  className="flex h-7 items-center gap-2 rounded-md px-2 text-foreground-2 hover:bg-accent hover:text-foreground aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-foreground max-md:h-11 [&>.lucide]:text-muted-foreground aria-[current=page]:[&>.lucide]:text-foreground"
                >
                  {item.icon}
                  <span className="flex-1 truncate">{item.label}</span>
                  {item.count !== undefined && <Count {...item} count={item.count} />}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const Count = ({ count, waiting }: { count: number; waiting?: boolean }) => (
  <span
    className={cn(
      'text-xs tabular-nums',
      waiting
        ? 'rounded-sm bg-warning-soft px-1 font-medium text-warning-text'
        : 'text-muted-foreground',
    )}
  >
    {formatCount(count)}
  </span>
)
