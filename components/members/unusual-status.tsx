'use client'
import { StatusDot } from '@/components/access/status-dot'
import { Time } from '@/components/ui/time'
import type { Member } from '@/lib/modules/members/member'

export type WithStatus = {
  member: Pick<Member, 'endedAt' | 'suspendedAt' | 'lastActiveAt' | 'kind'>
}

/** Removed, suspended, or never there; a service account is deleted or disabled. */
export function UnusualStatus({ member: { endedAt, suspendedAt, kind } }: WithStatus) {
  const isProgram = kind === 'service_account'
  if (endedAt) {
    return (
      <StatusDot tone="waiting">
        <span>
          {isProgram ? 'Deleted' : 'Removed'} <Time at={endedAt} />
        </span>
      </StatusDot>
    )
  }
  if (!suspendedAt) return <StatusDot tone="waiting">Not signed in yet</StatusDot>
  return (
    <StatusDot tone="warning">
      <span>
        {isProgram ? 'Disabled' : 'Suspended'} <Time at={suspendedAt} />
      </span>
    </StatusDot>
  )
}
