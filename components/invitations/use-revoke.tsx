'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { focusMain } from '@/components/members/focus-main'
import { useCommand } from '@/lib/client/use-command'
import type { Invitation } from '@/lib/modules/invitations/invitation'
import { revokeInvitationAction } from '@/lib/transport/actions/invitations'

/** Asks, then revokes. */
export function useRevoke() {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const { run } = useCommand(revokeInvitationAction, {
    organizationId,
    invalidates: ['invitation.list', 'invitation.preview'],
  })
  return async ({ id, email }: Invitation) => {
    const done = await confirm({
      title: `Revoke the invitation for ${email}?`,
      body: 'Its link stops working at once. The address can be invited again, with a new link.',
      verb: 'Revoke invitation',
      pendingVerb: 'Revoking…',
      tone: 'destructive',
      action: () => run({ invitationId: id }),
    })
    if (!done) return
    focusMain()
    notify.done(
      <>
        Revoked the invitation for <bdi className="font-medium">{email}</bdi>
      </>,
    )
  }
}
