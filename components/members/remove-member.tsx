'use client'
import { useQuery } from '@tanstack/react-query'
import { CirclePause, ShieldCheck } from 'lucide-react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { removalDenial } from '@/lib/modules/members/member-rules'
import { removeMemberAction } from '@/lib/transport/actions/members'
import { DeedDialog } from './deed-dialog'
import { focusMain } from './focus-main'
import type { RemovalPreview } from './removal-consequences'
import { RemoveMemberBody } from './remove-member-body'

type Props = {
  memberId: string
  name?: string
  onClose: () => void
  onManage: () => void
  onSuspend: () => void
}

/** The dialog `?remove=ide_…`: what ends and what stays, before the button; or why it may not happen now. */
export function RemoveMember({ memberId, onClose, onManage, onSuspend, ...known }: Props) {
  const { organizationId, identityId } = useViewer()
  const read = useQuery({
    ...consoleQuery<RemovalPreview>(organizationId, 'member.preview_removal', { memberId }),
    staleTime: 0,
    placeholderData: undefined,
  })
  const remove = useCommand(removeMemberAction, {
    organizationId,
    invalidates: [
      'member.list',
      'member.get',
      'member.profile',
      'member.neighbours',
      'invitation.list',
      'organization.current',
      'event.list',
    ],
    onDone: ({ name }) => {
      notify.done(
        <>
          Removed <bdi className="font-medium">{name}</bdi>
        </>,
      )
      onClose()
      focusMain()
    },
  })
  const member = read.data?.member
  const name = member?.name ?? known.name ?? 'this person'
  const denial = member ? removalDenial(member, { selfId: identityId }) : null
  const canWait = member && !member.suspendedAt && member.id !== identityId && !remove.pending
  const failed = read.error && problemOf(read.error)
  return (
    <DeedDialog
      verb="Remove"
      pendingVerb="Removing…"
      where="From"
      name={name}
      pending={remove.pending}
      ready={Boolean(member && !denial)}
      note={
        canWait && (
          <Button variant="ghost" icon={<CirclePause />} onClick={onSuspend}>
            Suspend instead
          </Button>
        )
      }
      before={
        denial?.code === 'demote_first' && (
          <Button variant="primary" icon={<ShieldCheck />} onClick={onManage}>
            Manage access
          </Button>
        )
      }
      onGo={() => remove.run({ memberId })}
      onClose={onClose}
    >
      <RemoveMemberBody
        preview={read.data}
        denial={denial}
        problem={remove.problem}
        failed={failed}
        onRetry={() => read.refetch()}
      />
    </DeedDialog>
  )
}
