'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { focusMain } from '@/components/members/focus-main'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { revokeInvitationsAction } from '@/lib/transport/actions/operations'
import type { InvitationTarget } from './invitation-target'

/** Asks, then starts the work on many; its panel says from then on how far it has come. */
export function useRevokeMany() {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const { run } = useCommand(revokeInvitationsAction, {
    organizationId,
    invalidates: ['operation.list_recent', 'invitation.list', 'invitation.preview'],
  })
  return async (selection: InvitationTarget, count: number, more: boolean) => {
    const many = `${more ? 'more than ' : ''}${plural(count, 'invitation')}`
    const done = await confirm({
      title: `Revoke ${many}?`,
      body:
        count === 1
          ? 'Its link stops working at once. The address can be invited again, with a new link.'
          : 'Their links stop working. The addresses can be invited again, with new links. Who accepts before their turn stays.',
      verb: `Revoke ${many}`,
      pendingVerb: 'Starting…',
      tone: 'destructive',
      action: () => run({ selection }),
    })
    if (done) focusMain()
    return done
  }
}
