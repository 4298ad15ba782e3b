'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { Denial } from '@/lib/domain/problems'
import type { Member } from '@/lib/modules/members/member'
import { suspendedAlready, suspensionDenial } from '@/lib/modules/members/member-rules'
import { DeedDialog } from './deed-dialog'
import type { RemovalPreview } from './removal-consequences'
import { SuspendMemberBody } from './suspend-member-body'
import { useSuspension } from './use-suspension'

type Props = { memberId: string; name?: string; onClose: () => void }

/** The dialog `?suspend=ide_…`: what ends and what waits, before the button; or why it may not happen now. */
export function SuspendMember({ memberId, onClose, ...known }: Props) {
  const { organizationId, identityId } = useViewer()
  const read = useQuery({
    ...consoleQuery<RemovalPreview>(organizationId, 'member.preview_suspension', { memberId }),
    staleTime: 0,
    placeholderData: undefined,
  })
  const { suspend, pending, problem } = useSuspension()
  const member = read.data?.member
  const name = member?.name ?? known.name ?? 'this person'
  const denial = member ? denialOf(member, identityId) : null
  const go = async () => {
    if (member && (await suspend(member)).ok) onClose()
  }
  return (
    <DeedDialog
      verb="Suspend"
      pendingLabel="Suspending…"
      where="In"
      name={name}
      pending={pending}
      ready={Boolean(member && !denial)}
      onGo={go}
      onClose={onClose}
    >
      <SuspendMemberBody
        preview={read.data}
        denial={denial}
        problem={problem}
        failed={read.error && problemOf(read.error)}
        onRetry={() => read.refetch()}
      />
    </DeedDialog>
  )
}

/** Whoever looks is an owner who can act: that nobody else is left cannot be. */
const denialOf = (member: Member, selfId: string): Denial | null =>
  suspendedAlready(member) ?? suspensionDenial(member, { selfId, owners: 2 })
