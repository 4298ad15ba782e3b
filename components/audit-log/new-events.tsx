'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'
import { plural } from '@/lib/client/words'
import { auditFilters, type EventPage } from './audit-list'
import type { Events } from './use-events'

const EVERY = 15_000 // ms
const MOST = 50

/** "3 new events" over the newest page, which keeps its rows until asked. */
export function NewEvents({ events }: { events: Events }) {
  const { organizationId } = useViewer()
  const { state, page } = events
  const known = page.data?.rows ?? []
  const atTop = !state.after && state.sort === '-time' && !page.isPlaceholderData
  const since = known[0]?.at
  const fresh = useQuery({
    ...consoleQuery<EventPage>(organizationId, 'event.list', {
      ...auditFilters(state),
      ...(since && { from: since }),
      count: MOST,
    }),
    enabled: atTop && page.data !== undefined,
    placeholderData: undefined,
    refetchInterval: EVERY,
    staleTime: EVERY,
  })
  const ids = new Set(known.map(({ id }) => id))
  const count = atTop ? (fresh.data?.rows.filter(({ id }) => !ids.has(id)).length ?? 0) : 0
  return (
    <div role="status" className="shrink-0">
      {count > 0 && (
        <button
          type="button"
          onClick={() => page.refetch()}
          className="h-8 w-full border-t bg-primary-soft text-center font-medium text-primary-text text-xs -outline-offset-2 hover:underline max-sm:h-11"
        >
          {count === MOST ? `${MOST} or more new events` : plural(count, 'new event')} · Show
        </button>
      )}
    </div>
  )
}
