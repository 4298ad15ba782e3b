'use client'
import { StatusDot } from '@/components/access/status-dot'
import { Time } from '@/components/ui/time'
import type { Member } from '@/lib/modules/members/member'

type Props = { member: Pick<Member, 'endedAt' | 'suspendedAt' | 'lastActiveAt' | 'kind'> }

const isUnused = ({ lastActiveAt, kind }: Props['member']) =>
  lastActiveAt === null && kind === 'person'

export const isUnusual = (member: Props['member']) =>
  member.endedAt !== null || member.suspendedAt !== null || isUnused(member)

/** Active is grey; the exceptions have a dot. */
export function MemberStatus({ member }: Props) {
  const isProgram = member.kind === 'service_account'
  if (member.endedAt) {
    return (
      <StatusDot tone="waiting">
        <span>
          {isProgram ? 'Deleted' : 'Removed'} <Time at={member.endedAt} />
        </span>
      </StatusDot>
    )
  }
  if (member.suspendedAt) {
    return (
      <StatusDot tone="warning">
        <span>
          {isProgram ? 'Disabled' : 'Suspended'} <Time at={member.suspendedAt} />
        </span>
      </StatusDot>
    )
  }
  if (isUnused(member)) return <StatusDot tone="waiting">Not signed in yet</StatusDot>
  return <StatusDot tone="quiet">Active</StatusDot>
}
