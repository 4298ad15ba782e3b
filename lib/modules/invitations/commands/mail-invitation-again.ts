import 'server-only'
import { type OrganizationRole, roleLabels } from '@/lib/domain/roles'
import { hashToken, mintToken } from '@/lib/domain/tokens'
import { inSystem } from '@/lib/platform/db/doors'
import { env } from '@/lib/platform/env'
import { invitationMail } from '@/lib/platform/mail/invitation-mail'
import { messageIdFor, sendMail } from '@/lib/platform/mail/mail'
import type { Item } from '@/lib/platform/outbox/outbox'
import { offerDenial } from '../internal/accept-rules'
import { invitationLink } from '../internal/settings'

type Asked = { email: string; organizationId: string; askedAt: string }

/** After that long nobody waits at the page any more. */
const PATIENCE = 3_600_000 // ms

/**
 * Mails an invitation that waits once more (outbox kind `invitation`), with a new link, because only its hash is kept. One
 * whose link an owner passed on stays as it is: a mail would prove an address that the owner may not have meant to reach.
 */
export async function mailInvitationAgain(payload: unknown, item: Item): Promise<void> {
  const asked = payload as Asked
  const now = new Date()
  if (now.getTime() - Date.parse(asked.askedAt) > PATIENCE) return
  const mail = await inSystem(async (db) => {
    const { email, organizationId } = asked
    const open = { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
    const offer = await db.invitation.findFirst({
      where: { organizationId, email, delivery: 'mail', ...open },
      include: { organization: true, invitedBy: true },
    })
    if (!offer || offerDenial(offer, now)) return null
    const token = mintToken('invitation')
    const where = { organizationId, id: offer.id, ...open }
    const data = { tokenHash: await hashToken(token) }
    const { count } = await db.invitation.updateMany({ where, data })
    if (count === 0) return null
    return invitationMail({
      organizationName: offer.organization.name,
      inviterName: offer.invitedBy.name,
      roleLabel: roleLabels[offer.role as OrganizationRole],
      link: invitationLink(token),
      expiresAt: offer.expiresAt,
      host: new URL(env.PUBLIC_URL).host,
    })
  })
  if (!mail) return
  const messageId = messageIdFor(item.id)
  await sendMail({ ...mail, to: asked.email, messageId, attempt: item.attempts })
}
