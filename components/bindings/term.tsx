'use client'
import { StatusDot } from '@/components/access/status-dot'
import { Time } from '@/components/ui/time'
import { useNow } from '@/lib/client/clock'
import type { BindingRow } from './binding-shapes'

type Props = { row: BindingRow; word?: boolean }

/** What is unusual about how long a role counts: an end is always amber, one that is over or counts for nothing red. */
export function Ends({ row, word }: Props) {
  const now = useNow()
  const { startsAt, endsAt } = row.binding
  if (row.member.suspended) {
    const word = row.member.kind === 'person' ? 'Suspended' : 'Disabled'
    return <StatusDot tone="destructive">{word}</StatusDot>
  }
  if (row.onCloud === null) return <StatusDot tone="destructive">Needs a cloud role</StatusDot>
  if (!endsAt) return null
  const over = now !== null && Date.parse(endsAt) <= now
  if (over) {
    return (
      <StatusDot tone="destructive">
        <span>
          Ended <Time at={endsAt} />
        </span>
      </StatusDot>
    )
  }
  const soon = startsAt !== null && now !== null && Date.parse(startsAt) > now
  return (
    <StatusDot tone="warning">
      <span>
        {(word || soon) && 'Ends '}
        <Time at={endsAt} kind="end" />
      </span>
    </StatusDot>
  )
}

/** Since when it counts, or from when on. */
export function Since({ row }: { row: BindingRow }) {
  const now = useNow()
  const { startsAt, createdAt } = row.binding
  if (startsAt && now !== null && Date.parse(startsAt) > now) {
    return (
      <StatusDot tone="warning">
        <span>
          Starts <Time at={startsAt} kind="end" />
        </span>
      </StatusDot>
    )
  }
  return <Time at={startsAt ?? createdAt} />
}

/** Whether a row has something for `Ends` to say. */
export const hasEnd = (row: BindingRow) =>
  row.member.suspended || row.onCloud === null || row.binding.endsAt !== null
