'use client'
import { Avatar } from '@/components/access/avatar'
import { RoleChip } from '@/components/access/role-chip'
import { useViewer } from '@/components/access/viewer'
import type { Column } from '@/components/data-table/column'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import type { Member, memberSources } from '@/lib/modules/members/member'

const sourceLabels: Record<(typeof memberSources)[number], string> = {
  founder: 'Founder',
  invitation: 'Invitation',
  owner: 'Added by an owner',
}

function Name({ member }: { member: Member }) {
  const { identityId } = useViewer()
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Truncate className="font-medium text-foreground">{member.name}</Truncate>
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
    width: 250,
    sortable: true,
    mobile: 'title',
    cell: (member) => (
      <span className="flex min-w-0 items-center gap-2">
        <Avatar id={member.id} name={member.name} />
        <Name member={member} />
      </span>
    ),
    mobileCell: (member) => <Name member={member} />,
  },
  {
    id: 'email',
    header: 'Email',
    width: 270,
    sortable: true,
    mobile: 'subtitle',
    cell: ({ email }) => <Truncate>{email}</Truncate>,
  },
  {
    id: 'role',
    header: 'Organization role',
    width: 140,
    mobile: 'badge',
    cell: ({ role }) => <RoleChip role={role} plain />,
    // In the list only the exception is marked.
    mobileCell: ({ role }) => (role === 'owner' ? <RoleChip role={role} /> : null),
  },
  {
    id: 'joined',
    header: 'Joined',
    width: 110,
    sortable: true,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  {
    id: 'active',
    header: 'Last active',
    width: 110,
    sortable: true,
    mobile: 'facts',
    cell: ({ lastActiveAt }) => <Time at={lastActiveAt} />,
  },
  {
    id: 'source',
    header: 'Source',
    width: 130,
    mobile: 'facts',
    cell: ({ source }) => sourceLabels[source],
  },
]
