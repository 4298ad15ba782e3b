import 'server-only'
import { inSystem } from '@/lib/platform/db/doors'
import { messageIdFor, sendMail } from '@/lib/platform/mail/mail'
import type { Item } from '@/lib/platform/outbox/outbox'
import { composeLink, type LinkRequest } from '../internal/compose-link'

/** After that long nobody waits at the page any more, and a link would only lie in a mailbox. */
const PATIENCE = 3_600_000 // ms

/** Finds out whose link it is, makes it, and mails it (outbox kind `link`). A later try makes another. */
export async function deliverLink(payload: unknown, item: Item): Promise<void> {
  const request = payload as LinkRequest
  const now = new Date()
  if (now.getTime() - Date.parse(request.askedAt) > PATIENCE) return
  const mail = await inSystem((db) => composeLink(db, request, now))
  if (!mail) return
  const messageId = messageIdFor(item.id)
  await sendMail({ ...mail, to: request.email, messageId, attempt: item.attempts })
}
