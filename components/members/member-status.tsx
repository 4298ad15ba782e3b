'use client'
import { StatusDot } from '@/components/access/status-dot'
import { Time } from '@/components/ui/time'
import type { Member } from '@/lib/modules/members/member'

type Props = { member: Pick<Member, 'endedAt' | 'suspendedAt' | 'lastActiveAt'> }

export const isUnusual = ({ endedAt, suspendedAt, lastActiveAt }: Props['member']) =>
  endedAt !== null || suspendedAt !== null || lastActiveAt === null

/** Active is grey; the exceptions have a dot. */
export function MemberStatus({ member }: Props) {
  if (member.endedAt) {
    return (
      <StatusDot tone="waiting">
        <span>
          Removed <Time at={member.endedAt} />
        </span>
      </StatusDot>
    )
  }
  if (member.suspendedAt) {
    return (
      <StatusDot tone="warning">
        <span>
          Suspended <Time at={member.suspendedAt} />
        </span>
      </StatusDot>
    )
  }
  if (member.lastActiveAt === null) return <StatusDot tone="waiting">Not signed in yet</StatusDot>
  return <StatusDot tone="quiet">Active</StatusDot>
}
