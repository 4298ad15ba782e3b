'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useGo } from '@/components/layout/use-go'
import { fieldBox } from '@/components/ui/input'

/** Only what is there. */
const groups = [
  { label: 'Organization', pages: [{ label: 'General', href: '/settings/general' }] },
  { label: 'Automation', pages: [{ label: 'Service accounts', href: '/service-accounts' }] },
] as const

/** The page that an address belongs to: its tabs have addresses below it. */
const pageOf = (path: string) =>
  groups
    .flatMap(({ pages }) => pages.map(({ href }) => href))
    .find((href) => path === href || path.startsWith(`${href}/`)) ?? path

/** Organization settings: the sub-navigation beside the page, a select in small windows. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const path = pageOf(usePathname())
  const go = useGo()
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        aria-label="Organization settings"
        className="w-49 shrink-0 overflow-y-auto border-r px-2 pt-5 max-md:hidden"
      >
        <p className="px-2 pb-3 font-semibold">Organization settings</p>
        {groups.map(({ label, pages }) => (
          <div key={label}>
            <h2 className="px-2 pb-1 font-medium text-muted-foreground text-xs tracking-normal">
              {label}
            </h2>
            <ul>
              {pages.map((page) => (
                <li key={page.href}>
                  <Link
                    href={page.href}
                    aria-current={page.href === path ? 'page' : undefined}
                    className="flex h-7 items-center rounded-md px-2 text-foreground-2 hover:bg-accent hover:text-foreground aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-foreground"
                  >
                    {page.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="px-(--gutter) pt-4 md:hidden">
        <select
          aria-label="Organization settings"
          value={path}
          onChange={(event) => go(event.target.value)}
          className={fieldBox}
        >
          {groups.map(({ label, pages }) => (
            <optgroup key={label} label={label}>
              {pages.map((page) => (
                <option key={page.href} value={page.href}>
                  {page.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
    </div>
  )
}
