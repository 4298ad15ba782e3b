import type { sendInvitationsAction } from '@/lib/transport/actions/invitations'

type Answered = Awaited<ReturnType<typeof sendInvitationsAction>>

/** What sending answered. Links in it are secrets: nowhere else, and gone with the dialog that shows them. */
export type SendAnswer = Extract<Answered, { ok: true }>['data']
export type SendResult = SendAnswer['results'][number]
