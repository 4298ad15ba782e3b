'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { removalDenial } from '@/lib/modules/members/member'
import { removeMemberAction } from '@/lib/transport/actions/members'
import { RemovalConsequences, type RemovalPreview } from './removal-consequences'
import { RemovalRefused } from './removal-refused'

type Props = { memberId: string; onClose: () => void; onManage: () => void }

/** The dialog `?remove=ide_…`: what ends and what stays, before the button. */
export function RemoveMember({ memberId, onClose, onManage }: Props) {
  const { organizationId, organizationName, identityId } = useViewer()
  const read = useQuery({
    ...consoleQuery<RemovalPreview>(organizationId, 'member.preview_removal', { memberId }),
    staleTime: 0,
  })
  const remove = useCommand(removeMemberAction, {
    organizationId,
    invalidates: ['member.list', 'member.get', 'invitation.list'],
    onDone: ({ name }) => {
      notify.done(
        <>
          Removed <bdi className="font-medium">{name}</bdi>
        </>,
      )
      onClose()
    },
  })
  if (!read.data) {
    return <Waiting problem={read.error && problemOf(read.error)} onClose={onClose} />
  }
  const { member } = read.data
  const denial = removalDenial(member, { selfId: identityId })
  if (denial) {
    return (
      <RemovalRefused denial={denial} name={member.name} onClose={onClose} onManage={onManage} />
    )
  }
  return (
    <Dialog
      alert
      open
      size="large"
      onOpenChange={() => !remove.pending && onClose()}
      title={
        <>
          Remove <bdi>{member.name}</bdi>?
        </>
      }
      description={
        <>
          From <bdi>{organizationName}</bdi>. Other organizations are not affected.
        </>
      }
      footer={
        <DialogFooter>
          <Button data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="destructive"
            pending={remove.pending}
            pendingLabel="Removing…"
            className="min-w-0 max-w-full shrink"
            onClick={() => remove.run({ memberId })}
          >
            <span className="truncate">
              Remove <bdi>{member.name}</bdi>
            </span>
          </Button>
        </DialogFooter>
      }
    >
      <div className="flex flex-col gap-3 text-foreground-2">
        <ProblemBanner problem={remove.problem} />
        <RemovalConsequences preview={read.data} />
      </div>
    </Dialog>
  )
}

type WaitingProps = { problem: ReturnType<typeof problemOf> | null; onClose: () => void }

const Waiting = ({ problem, onClose }: WaitingProps) => (
  <Dialog
    alert
    open
    size={problem ? 'small' : 'large'}
    onOpenChange={onClose}
    title={problem?.status === 404 ? 'No longer a member' : 'Remove from organization?'}
    footer={
      <DialogFooter>
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    }
  >
    {problem?.status === 404 ? (
      <p className="text-foreground-2">
        Whoever this was is not a member of this organization any more. There is nothing to remove.
      </p>
    ) : problem ? (
      <ProblemBanner problem={problem} />
    ) : (
      <div aria-busy className="flex flex-col gap-4 py-2">
        <Skeleton className="w-1/2" />
        <Skeleton className="w-4/5" />
        <Skeleton className="w-2/3" />
      </div>
    )}
  </Dialog>
)
