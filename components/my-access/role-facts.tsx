'use client'
import { Building2, MailCheck, PenLine, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { RoleChip } from '@/components/access/role-chip'
import { useViewer } from '@/components/access/viewer'
import { Time } from '@/components/ui/time'
import { Truncate } from '@/components/ui/truncate'
import type { OwnAccess } from './own-access'

const origins: Record<OwnAccess['source'], { icon: ReactNode; words: string }> = {
  founder: { icon: <PenLine />, words: 'Founder' },
  invitation: { icon: <MailCheck />, words: 'Invitation' },
  owner: { icon: <UserCheck />, words: 'Added by an owner' },
}

type Props = {
  access: Pick<OwnAccess, 'role' | 'source' | 'joinedAt'>
  /** "How you joined" */
  origin: string
}

/** The one role there is so far, as a table of one row; on phones a fact a line. */
export function RoleFacts({ access, origin }: Props) {
  const { organizationName } = useViewer()
  const { icon, words } = origins[access.source]
  return (
    <dl className="grid overflow-hidden rounded-lg border max-sm:divide-y max-sm:divide-border-subtle sm:grid-cols-[2fr_1.2fr_1.3fr_1fr]">
      <Fact name="Organization">
        <Building2 className="text-muted-foreground" />
        <Truncate className="font-medium text-foreground">{organizationName}</Truncate>
      </Fact>
      <Fact name="Role">
        <RoleChip role={access.role} />
      </Fact>
      <Fact name={origin}>
        <span className="text-muted-foreground">{icon}</span>
        {words}
      </Fact>
      <Fact name="Since">
        <Time at={access.joinedAt} />
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="min-w-0 max-sm:flex max-sm:min-h-11 max-sm:items-center max-sm:gap-4 max-sm:px-3">
    <dt className="shrink-0 font-medium text-muted-foreground text-xs sm:border-b sm:bg-sunken sm:px-3 sm:py-2">
      {name}
    </dt>
    <dd className="flex min-w-0 items-center gap-2 text-foreground-2 max-sm:ml-auto sm:h-10 sm:px-3">
      {children}
    </dd>
  </div>
)
