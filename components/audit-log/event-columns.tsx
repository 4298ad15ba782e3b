'use client'
import { Avatar } from '@/components/access/avatar'
import { StatusDot } from '@/components/access/status-dot'
import type { Column } from '@/components/data-table/column'
import { Truncate } from '@/components/ui/truncate'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { EventSentence } from './event-sentence'
import { EventTime } from './event-time'

export const ActorAvatar = ({ event, size }: { event: AuditEvent; size?: 20 | 32 }) => (
  <Avatar
    id={event.actor.id}
    name={event.actor.name}
    kind={event.actor.kind === 'system' ? 'system' : 'person'}
    size={size}
  />
)

export const ResultWords = ({ event }: { event: AuditEvent }) =>
  event.result === 'denied' ? (
    <StatusDot tone="destructive">Denied</StatusDot>
  ) : (
    <StatusDot tone="quiet">Done</StatusDot>
  )

export const eventColumns: readonly Column<AuditEvent>[] = [
  {
    id: 'time',
    header: 'Time',
    width: 136,
    sortable: true,
    mobile: 'facts',
    cell: ({ at }) => <EventTime at={at} />,
  },
  {
    id: 'actor',
    header: 'Actor',
    width: 190,
    mobile: 'title',
    cell: (event) => (
      <span className="flex min-w-0 items-center gap-2">
        <ActorAvatar event={event} />
        <Truncate className="font-medium text-foreground">{event.actor.name}</Truncate>
      </span>
    ),
    mobileCell: ({ actor }) => <bdi>{actor.name}</bdi>,
  },
  {
    id: 'what',
    header: 'What happened',
    width: 400,
    mobile: 'subtitle',
    cell: (event) => (
      <span className="block truncate">
        <EventSentence event={event} />
      </span>
    ),
  },
  {
    id: 'event',
    header: 'Event',
    width: 170,
    cell: ({ event }) => <Truncate className="font-mono text-xs">{event}</Truncate>,
  },
  {
    id: 'from',
    header: 'From',
    width: 120,
    mobile: 'facts',
    cell: ({ address }) => address && <Truncate className="tabular-nums">{address}</Truncate>,
    mobileCell: ({ address }) => address,
  },
  {
    id: 'result',
    header: 'Result',
    width: 90,
    mobile: 'exceptions',
    cell: (event) => <ResultWords event={event} />,
    // In the list only the exception is marked.
    mobileCell: (event) => (event.result === 'denied' ? <ResultWords event={event} /> : null),
  },
]
