'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { holdsHere, useGo } from '@/components/layout/use-go'
import { useUnsaved } from '@/lib/client/leaving'
import { setNavigating } from '@/lib/client/navigating'

/** Every link of the console: asks before what is typed is lost, stays where nothing answers, and shows that it goes. */
export function useLinks() {
  const go = useGo()
  const unsaved = useUnsaved()
  const place = `${usePathname()}?${useSearchParams()}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another page is there
  useEffect(() => setNavigating(false), [place])
  const click = useEffectEvent((event: MouseEvent) => {
    const href = pageOf(event)
    if (!href) return
    if (!unsaved && !holdsHere()) return setNavigating(true)
    event.preventDefault()
    event.stopPropagation()
    if (unsaved) go(href)
  })
  useEffect(() => {
    document.addEventListener('click', click, { capture: true })
    return () => document.removeEventListener('click', click, { capture: true })
  }, [])
}

/** Where a click leads inside the console; null when this page stays as it is. Signing in again keeps what is typed. */
function pageOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null
  const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null
  if (!link || link.target || link.download || link.origin !== location.origin) return null
  if (link.pathname === '/sign-in') return null
  if (link.pathname === location.pathname && link.search === location.search) return null
  return link.pathname + link.search + link.hash
}
