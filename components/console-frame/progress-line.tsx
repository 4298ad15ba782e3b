'use client'
import { useDelayed } from '@/lib/client/media'
import { useNavigating } from '@/lib/client/navigating'

/** Along the top edge while the next page is on its way. */
export function ProgressLine() {
  const going = useDelayed(useNavigating())
  return (
    <div aria-live="polite">
      {going && (
        <div className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden bg-primary-soft">
          <div className="h-full w-1/3 animate-travel bg-primary motion-reduce:w-full motion-reduce:animate-none" />
          <span className="sr-only">Loading…</span>
        </div>
      )}
    </div>
  )
}
