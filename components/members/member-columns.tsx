'use client'
import { RoleChip } from '@/components/access/role-chip'
import { StatusDot } from '@/components/access/status-dot'
import { useViewer } from '@/components/access/viewer'
import type { Column } from '@/components/data-table/column'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import type { Member } from '@/lib/modules/members/member'
import { MemberAvatar } from './member-avatar'
import { lacksFactor, SecondFactor } from './member-factor'
import { MemberLink } from './member-link'
import { isUnusual, MemberStatus } from './member-status'
import { sourceLabels } from './members-words'

function Name({ member }: { member: Member }) {
  const { identityId } = useViewer()
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <MemberLink member={member} className="min-w-0 hover:underline">
        <Truncate className="font-medium text-foreground">{member.name}</Truncate>
      </MemberLink>
      {member.id === identityId && (
        <span className="shrink-0 font-normal text-muted-foreground text-xs">You</span>
      )}
    </span>
  )
}

export const memberColumns: readonly Column<Member>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 220,
    sortable: true,
    mobile: 'title',
    cell: (member) => (
      <span className="flex min-w-0 items-center gap-2">
        <MemberAvatar member={member} />
        <Name member={member} />
      </span>
    ),
    mobileCell: (member) => <Name member={member} />,
  },
  {
    id: 'email',
    header: 'Email',
    width: 220,
    sortable: true,
    mobile: 'subtitle',
    cell: ({ email }) => <Truncate>{email}</Truncate>,
  },
  {
    id: 'role',
    header: 'Organization role',
    width: 130,
    mobile: 'badge',
    cell: ({ role }) => <RoleChip role={role} plain />,
    // In the list only the exception is marked.
    mobileCell: ({ role }) => (role === 'owner' ? <RoleChip role={role} /> : null),
  },
  {
    id: 'source',
    header: 'Source',
    width: 130,
    mobile: 'facts',
    cell: ({ source }) => sourceLabels[source],
  },
  {
    id: 'factor',
    header: 'MFA',
    width: 64,
    mobile: 'exceptions',
    cell: (member) => <SecondFactor member={member} />,
    mobileCell: (member) =>
      lacksFactor(member) ? <StatusDot tone="warning">MFA off</StatusDot> : null,
  },
  {
    id: 'joined',
    header: 'Joined',
    width: 84,
    sortable: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  {
    id: 'active',
    header: 'Last active',
    width: 100,
    sortable: true,
    mobile: 'facts',
    // When a key of a service account was used, its page says.
    cell: ({ lastActiveAt, kind }) => kind === 'person' && <Time at={lastActiveAt} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: 150,
    mobile: 'exceptions',
    cell: (member) => <MemberStatus member={member} />,
    mobileCell: (member) => (isUnusual(member) ? <MemberStatus member={member} /> : null),
  },
  {
    id: 'user-id',
    header: 'User ID',
    width: 250,
    optional: true,
    cell: ({ userId }) => <code className="font-mono text-xs">{userId}</code>,
  },
]
