'use client'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { StatusDot } from '@/components/access/status-dot'
import { useViewer } from '@/components/access/viewer'
import { NothingHere } from '@/components/feedback/state'
import { LoadFailed } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { DialogFooter } from '@/components/ui/dialog'
import { Drawer } from '@/components/ui/drawer'
import { LinkButton } from '@/components/ui/link-button'
import { Skeleton } from '@/components/ui/skeleton'
import { useNow } from '@/lib/client/clock'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { shortcutsEnabled } from '@/lib/client/shortcuts'
import { fullTime, stableDate } from '@/lib/client/time-words'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { EventChange } from './event-change'
import { ActorAvatar } from './event-columns'
import { EventFacts } from './event-facts'
import { meaningOf } from './event-meaning'
import { EventSentence } from './event-sentence'

type Props = {
  eventId: string
  /** The rows of the list: J and K go through them. */
  rows: readonly AuditEvent[]
  onGo: (id: string) => void
  onClose: () => void
}

/** The drawer `?event=evt_…`: one event in full. */
export function EventDrawer({ eventId, rows, onGo, onClose }: Props) {
  const { organizationId } = useViewer()
  const at = rows.findIndex(({ id }) => id === eventId)
  const known = rows[at]
  const read = useQuery({
    ...consoleQuery<AuditEvent>(organizationId, 'event.get', { id: eventId }),
    enabled: known === undefined,
    placeholderData: undefined,
  })
  const event = known ?? read.data
  const previous = at > 0 ? rows[at - 1] : undefined
  const next = at >= 0 ? rows[at + 1] : undefined
  const go = (row: AuditEvent | undefined) => row && onGo(row.id)
  useLetters({ j: () => go(next), k: () => go(previous) })
  const problem = read.error && problemOf(read.error)
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={event ? <EventSentence event={event} withActor /> : 'Event'}
      description={event && <Moment event={event} />}
      leading={event && <ActorAvatar event={event} size={32} />}
      footer={
        <DialogFooter
          note={
            event &&
            event.actor.kind !== 'system' && (
              <LinkButton size="small" href={`/audit-log?actor=${event.actor.id}`}>
                Only this person
              </LinkButton>
            )
          }
        >
          <Button icon={<ChevronUp />} aria-disabled={!previous} onClick={() => go(previous)}>
            Previous
          </Button>
          <Button icon={<ChevronDown />} aria-disabled={!next} onClick={() => go(next)}>
            Next
          </Button>
        </DialogFooter>
      }
    >
      {event && <Body event={event} />}
      {problem?.status === 404 && <NothingHere />}
      {problem && problem.status !== 404 && (
        <LoadFailed
          title="The event could not be loaded"
          problem={problem}
          onRetry={() => read.refetch()}
        />
      )}
      {!event && !problem && <Skeleton className="m-5 h-20" />}
    </Drawer>
  )
}

const Moment = ({ event }: { event: AuditEvent }) => {
  const now = useNow()
  const date = new Date(event.at)
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <time dateTime={event.at}>{now === null ? stableDate(date) : fullTime(date)}</time>
      <code className="font-mono text-xs">{event.event}</code>
      {event.result === 'denied' && <StatusDot tone="destructive">Denied</StatusDot>}
    </span>
  )
}

const signs = {
  gain: <Plus aria-label="Gained:" className="text-success-text" />,
  loss: <Minus aria-label="Lost:" className="text-destructive-text" />,
  same: (
    <span aria-hidden className="mx-1.5 text-muted-foreground">
      ·
    </span>
  ),
}

function Body({ event }: { event: AuditEvent }) {
  const meaning = meaningOf(event)
  return (
    <div className="flex flex-col gap-5 p-5">
      <EventChange event={event} />
      {meaning.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="font-medium text-muted-foreground text-xs tracking-normal">
            What it means for access
          </h3>
          <ul className="flex flex-col gap-1.5">
            {meaning.map(({ sign, text }) => (
              <li key={text} className="flex gap-2 [&>.lucide]:mt-0.5 [&>.lucide]:shrink-0">
                {signs[sign]}
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <EventFacts event={event} />
    </div>
  )
}

/** Letters within the drawer, where those of the page rest. */
function useLetters(letters: Record<string, () => void>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !shortcutsEnabled()) return
      const run = letters[event.key.toLowerCase()]
      if (!run || (event.target as HTMLElement).closest('input, textarea')) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
