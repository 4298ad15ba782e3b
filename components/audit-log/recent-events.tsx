import Link from 'next/link'
import { StatusDot } from '@/components/access/status-dot'
import { Time } from '@/components/ui/time'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { EventSentence } from './event-sentence'

type Props = {
  rows: readonly AuditEvent[]
  /** Where the whole of it is: "/audit-log?about=ide_…". Each line opens its event there. */
  href: string
}

/** A few events, newest first, for the page of the person or thing that they are about. */
export const RecentEvents = ({ rows, href }: Props) => (
  <ul className="border-border-subtle border-t">
    {rows.map((event) => (
      <li key={event.id} className="border-border-subtle border-b">
        <Link
          href={`${href}${href.includes('?') ? '&' : '?'}event=${event.id}`}
          className="flex min-h-10 flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 text-foreground-2 -outline-offset-2 hover:bg-accent"
        >
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            <EventSentence event={event} withActor />
          </span>
          {event.result === 'denied' && <StatusDot tone="destructive">Denied</StatusDot>}
          <Time at={event.at} className="shrink-0 text-muted-foreground text-xs" />
        </Link>
      </li>
    ))}
  </ul>
)
