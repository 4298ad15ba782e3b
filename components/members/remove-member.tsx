'use client'
import { useQuery } from '@tanstack/react-query'
import { CirclePause, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
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
import { type Heirs, handedWords, handOverInput } from './heirs'
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
  const [heirs, setHeirs] = useState<Heirs>({})
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
      'project.list',
      'cloud.list',
      'binding.list_on_cloud',
      'binding.list_on_project',
      'access.who_can',
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
  const handed = handedWords(heirs)
  const failed = read.error && problemOf(read.error)
  return (
    <DeedDialog
      verb="Remove"
      pendingLabel="Removing…"
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
      label={handed && `Remove and hand over ${handed}`}
      onGo={() => remove.run({ memberId, handOver: handOverInput(heirs) })}
      onClose={onClose}
    >
      <RemoveMemberBody
        preview={read.data}
        heirs={heirs}
        onHeirs={setHeirs}
        denial={denial}
        problem={remove.problem}
        failed={failed}
        onRetry={() => read.refetch()}
      />
    </DeedDialog>
  )
}
