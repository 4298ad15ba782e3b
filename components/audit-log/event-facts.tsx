'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { deviceWords } from '@/lib/domain/device-words'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { shortId } from './id-names'

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-center gap-3 max-sm:min-h-11">
    <dt className="w-24 shrink-0 text-muted-foreground">{label}</dt>
    <dd className="flex min-w-0 flex-wrap items-center gap-x-2">{children}</dd>
  </div>
)

const link = 'text-primary-text hover:underline max-sm:py-2.5'

/** An id, shortened to the eye, whole to the clipboard. */
const IdOf = ({
  id,
  label,
  href,
  all,
}: {
  id: string
  label: string
  href?: string
  all?: string
}) => (
  <>
    <code title={id} className="font-mono text-xs">
      {shortId(id)}
    </code>
    <CopyButton value={id} label={label} size="icon" className="size-6 max-sm:size-11" />
    {href && (
      <Link href={href} className={link}>
        {all}
      </Link>
    )}
  </>
)

const pages: Partial<Record<string, string>> = {
  member: '/users',
  service_account: '/service-accounts',
}
const onThe = (filter: string, id: string) => `/audit-log?${filter}=${encodeURIComponent(id)}`

/** Where it came from, and the ids by which the rest is found. */
export function EventFacts({ event }: { event: AuditEvent }) {
  const { actor, subject, requestId, operationId } = event
  return (
    <dl className="flex flex-col gap-1.5 border-t pt-4">
      <Fact label="Actor">
        {actor.kind === 'system' ? (
          'Gatehouse itself'
        ) : (
          <Link href={`/users/${actor.id}`} className={link}>
            <bdi>{actor.name}</bdi>
          </Link>
        )}
        {actor.email && <span className="text-muted-foreground">{actor.email}</span>}
      </Fact>
      <Fact label="Subject">
        {pages[subject.kind] ? (
          <Link href={`${pages[subject.kind]}/${subject.id}`} className={link}>
            <bdi>{subject.label}</bdi>
          </Link>
        ) : (
          <bdi>{subject.label}</bdi>
        )}
        {subject.kind !== 'permission' && subject.kind !== 'list' && (
          <IdOf
            id={subject.id}
            label="subject ID"
            href={onThe('subject', subject.id)}
            all="Its events"
          />
        )}
      </Fact>
      <Fact label="Via">
        {actor.key ? 'API' : 'Console'}
        {event.userAgent && `, ${deviceWords(event.userAgent)}`}
      </Fact>
      <Fact label="From">
        <span className="tabular-nums">{event.address ?? 'Not recorded'}</span>
      </Fact>
      {actor.key && (
        <Fact label="API key">
          <IdOf id={actor.key} label="key ID" href={onThe('via', actor.key)} all="By this key" />
        </Fact>
      )}
      {actor.session && (
        <Fact label="Session">
          <IdOf
            id={actor.session}
            label="session ID"
            href={onThe('via', actor.session)}
            all="By this session"
          />
        </Fact>
      )}
      {requestId && (
        <Fact label="Request">
          <IdOf
            id={requestId}
            label="request ID"
            href={onThe('request', requestId)}
            all="Events of this request"
          />
        </Fact>
      )}
      {operationId && (
        <Fact label="Operation">
          <IdOf
            id={operationId}
            label="operation ID"
            href={onThe('operation', operationId)}
            all="Events of this operation"
          />
        </Fact>
      )}
      <Fact label="Event">
        <IdOf id={event.id} label="event ID" />
      </Fact>
    </dl>
  )
}
