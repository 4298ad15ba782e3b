'use client'
import { ArrowRight } from 'lucide-react'
import type { AuditEvent } from '@/lib/modules/audit/event'
import { EventTime } from './event-time'

const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)

/** "joinedAt" → "joined at" */
const labelOf = (key: string) => key.replace(/([A-Z])/g, ' $1').toLowerCase()

function Value({ value, tone }: { value: unknown; tone?: 'before' | 'after' }) {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
  const look = {
    before: 'rounded-sm bg-destructive-soft px-1 text-destructive-text line-through',
    after: 'rounded-sm bg-success-soft px-1 text-success-text',
  }
  return (
    <span dir="auto" className={`[overflow-wrap:anywhere] ${tone ? look[tone] : ''}`}>
      {isMoment(value) ? <EventTime at={value} /> : text}
    </span>
  )
}

/** Before → after; what stands on one side only is shown as it is. */
export function EventChange({ event: { before, after } }: { event: AuditEvent }) {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  if (keys.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium text-muted-foreground text-xs tracking-normal">Change</h3>
      <dl className="rounded-lg border font-mono text-xs">
        {keys.map((key) => {
          const from = before?.[key]
          const to = after?.[key]
          const both = from !== undefined && to !== undefined
          const differ = both && JSON.stringify(from) !== JSON.stringify(to)
          return (
            <div
              key={key}
              className="flex gap-3 border-border-subtle border-b px-3 py-2 last:border-b-0"
            >
              <dt className="w-28 shrink-0 text-muted-foreground">{labelOf(key)}</dt>
              <dd className="flex min-w-0 flex-wrap items-center gap-2">
                {differ ? (
                  <>
                    <span className="sr-only">From</span>
                    <Value value={from} tone="before" />
                    <ArrowRight aria-label="to" className="size-3.5 text-muted-foreground" />
                    <Value value={to} tone="after" />
                  </>
                ) : (
                  <>
                    {before && !both && from !== undefined && (
                      <span className="text-muted-foreground">before</span>
                    )}
                    <Value value={to ?? from} />
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
