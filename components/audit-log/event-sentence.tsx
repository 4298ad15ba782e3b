import type { AuditEvent } from '@/lib/modules/audit/event'
import { wordsOf } from './event-words'

type Props = {
  event: AuditEvent
  /** Without it the sentence stands beside the name: "removed Tom Li". */
  withActor?: boolean
}

/** "Ingrid made Priyanka an owner": what happened, with the names of then. */
export const EventSentence = ({ event, withActor = false }: Props) => (
  <span>
    {withActor && (
      <>
        <bdi className="font-medium text-foreground">{event.actor.name}</bdi>{' '}
      </>
    )}
    {wordsOf(event)}
  </span>
)
