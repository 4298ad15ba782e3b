'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useConfirm } from '@/components/feedback/confirm'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'

/** While `on`, whoever goes away by a link, or closes the page, is asked first. */
export function useLeaveGuard(on: boolean) {
  const router = useRouter()
  const confirm = useConfirm()
  useLeaveWarning(on)
  useEffect(() => {
    if (!on) return
    const ask = (event: MouseEvent) => {
      const href = pageOf(event)
      if (!href) return
      event.preventDefault()
      event.stopPropagation()
      void confirm({
        title: 'Leave without saving?',
        description: 'What you changed on this page is lost.',
        verb: 'Leave',
        pendingVerb: 'Leaving…',
        tone: 'destructive',
        action: async () => ({ ok: true, data: null }),
      }).then((leave) => leave && router.push(href))
    }
    document.addEventListener('click', ask, { capture: true })
    return () => document.removeEventListener('click', ask, { capture: true })
  }, [on, router, confirm])
}

/** Where a click leads inside the console; null when this page stays as it is. */
function pageOf(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null
  const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null
  if (!link || link.target || link.origin !== location.origin) return null
  if (link.pathname === location.pathname && link.search === location.search) return null
  return link.pathname + link.search + link.hash
}
