'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { Denial } from '@/lib/domain/problems'
import type { Member } from '@/lib/modules/members/member'
import { suspendedAlready, suspensionDenial } from '@/lib/modules/members/member-rules'
import type { RemovalPreview } from './removal-consequences'
import { SuspendMemberBody } from './suspend-member-body'
import { useSuspension } from './use-suspension'

type Props = { memberId: string; name?: string; onClose: () => void }

/** The dialog `?suspend=ide_…`: what ends and what waits, before the button; or why it may not happen now. */
export function SuspendMember({ memberId, onClose, ...known }: Props) {
  const { organizationId, organizationName, identityId } = useViewer()
  const read = useQuery({
    ...consoleQuery<RemovalPreview>(organizationId, 'member.preview_suspension', { memberId }),
    staleTime: 0,
    placeholderData: undefined,
  })
  const { suspend, pending, problem } = useSuspension()
  const member = read.data?.member
  const name = member?.name ?? known.name ?? 'this person'
  const denial = member ? denialOf(member, identityId) : null
  const close = () => !pending && onClose()
  const go = async () => {
    if (member && (await suspend(member)).ok) onClose()
  }
  return (
    <Dialog
      alert
      open
      inAddress
      size="large"
      onOpenChange={close}
      title={
        <>
          Suspend <bdi>{name}</bdi>?
        </>
      }
      description={
        <>
          In <bdi>{organizationName}</bdi>. Other organizations are not affected.
        </>
      }
      footer={
        <DialogFooter>
          <Button data-autofocus onClick={close}>
            Cancel
          </Button>
          {member && !denial && (
            <Button
              variant="destructive"
              pending={pending}
              pendingLabel="Suspending…"
              className="min-w-0 max-w-full shrink"
              onClick={go}
            >
              <span className="truncate">
                Suspend <bdi>{name}</bdi>
              </span>
            </Button>
          )}
        </DialogFooter>
      }
    >
      <SuspendMemberBody
        preview={read.data}
        denial={denial}
        problem={problem}
        failed={read.error && problemOf(read.error)}
        onRetry={() => read.refetch()}
      />
    </Dialog>
  )
}

/** Whoever looks is an owner who can act: that nobody else is left cannot be. */
const denialOf = (member: Member, selfId: string): Denial | null =>
  suspendedAlready(member) ?? suspensionDenial(member, { selfId, owners: 2 })
