'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import type { Delivery, Invitation } from '@/lib/modules/invitations/invitation'
import { sendInvitationsAction } from '@/lib/transport/actions/invitations'
import type { SendAnswer } from './send-answer'

/** Sends an invitation again: a new link in place of the old. What mail does not carry away is in `answer`, to be shown. */
export function useResend() {
  const { organizationId } = useViewer()
  const [answer, setAnswer] = useState<SendAnswer | null>(null)
  const send = useCommand(sendInvitationsAction, {
    organizationId,
    invalidates: ['invitation.list', 'invitation.preview'],
  })
  const resend = async ({ email, role }: Invitation, delivery?: Delivery) => {
    const result = await send.run({ addresses: [email], role, delivery })
    if (!result.ok) return notify.problem(result.problem)
    const [sent] = result.data.results
    if (result.data.delivery === 'link' || !sent?.id) return setAnswer(result.data)
    notify.done(
      <>
        Sent <bdi className="font-medium">{email}</bdi> a new link
      </>,
    )
  }
  return { resend, answer, forget: () => setAnswer(null) }
}
