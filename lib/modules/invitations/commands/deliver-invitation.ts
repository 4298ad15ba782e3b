import 'server-only'
import { inSystem } from '@/lib/platform/db/doors'
import { messageIdFor, sendMail } from '@/lib/platform/mail/mail'
import type { Item } from '@/lib/platform/outbox/outbox'

type Mail = { to: string; subject: string; text: string; html: string }

/** Sends one invitation's mail and writes on the invitation how that went; a later try overwrites it. */
export async function deliverInvitation(payload: unknown, item: Item): Promise<void> {
  const { to, subject, text, html } = payload as Mail
  const where = { organizationId: item.organizationId, id: item.subjectId }
  const open = await inSystem((db) =>
    db.invitation.findFirst({ where: { ...where, revokedAt: null, acceptedAt: null } }),
  )
  if (!open) return // revoked or replaced before its mail left
  try {
    const messageId = messageIdFor(item.id)
    await sendMail({ to, subject, text, html, messageId, attempt: item.attempts })
  } catch (error) {
    const deliveryError = error instanceof Error ? error.message.slice(0, 200) : 'Unknown error.'
    await inSystem((db) => db.invitation.updateMany({ where, data: { deliveryError } }))
    throw error
  }
  const data = { deliveredAt: new Date(), deliveryError: null }
  await inSystem((db) => db.invitation.updateMany({ where, data }))
}
