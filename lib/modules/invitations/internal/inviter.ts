import 'server-only'
import { type OrganizationRole, roleLabels } from '@/lib/domain/roles'
import { hashToken, mintToken } from '@/lib/domain/tokens'
import type { Happened, OutboxItem, Self } from '@/lib/kernel/define'
import type { WriteDb } from '@/lib/platform/db/doors'
import { insertInvitation } from '@/lib/platform/db/invitation-rows'
import { organizationRow } from '@/lib/platform/db/organization-row'
import { env } from '@/lib/platform/env'
import { invitationMail } from '@/lib/platform/mail/invitation-mail'
import { type Delivery, newInvitation } from '../invitation'
import { invitationLimits, invitationLink } from './settings'

type Context = {
  db: WriteDb
  self: Self
  now: Date
  organizationId: string
  enqueue(item: OutboxItem): Promise<void>
}
type Replaced = { id: string; email: string; createdAt: Date }
type Sent = Happened<'organization'>

/** Makes invitations one by one within a command, and keeps what happened for its audit events. */
export class Inviter {
  readonly sent: Sent[] = []
  readonly replaced: (Sent & { event: 'invitation.revoked' })[] = []
  private organizationName: string | undefined

  constructor(
    private readonly context: Context,
    private readonly role: OrganizationRole,
    readonly delivery: Delivery,
  ) {}

  async invite(email: string, earlier: Replaced | undefined) {
    const { db, self, now } = this.context
    if (earlier) await this.replace(earlier)
    const token = mintToken('invitation')
    const { lifetimeDays } = invitationLimits()
    const row = newInvitation({
      email,
      role: this.role,
      invitedById: self.id,
      tokenHash: await hashToken(token),
      delivery: this.delivery,
      lifetimeDays,
      now,
    })
    insertInvitation(db, row)
    this.sent.push({
      subject: { kind: 'invitation', id: row.id, label: email },
      after: {
        email,
        role: this.role,
        delivery: this.delivery,
        expiresAt: row.expiresAt,
        ...(earlier && { replaces: earlier.id }),
      },
    })
    if (this.delivery === 'mail') await this.mail(row, invitationLink(token))
    return {
      email,
      outcome: earlier ? ('replaced' as const) : ('invited' as const),
      id: row.id,
      expiresAt: row.expiresAt,
      ...(earlier && { replacedSentAt: earlier.createdAt }),
      ...(this.delivery === 'link' && { link: invitationLink(token) }),
    }
  }

  private async replace({ id, email }: Replaced) {
    const { db, now } = this.context
    await db.invitation.updateMany({
      where: { id },
      data: { revokedAt: now, revokedBecause: 'replaced' },
    })
    this.replaced.push({
      event: 'invitation.revoked',
      subject: { kind: 'invitation', id, label: email },
      before: { state: 'pending' },
      after: { because: 'replaced' },
    })
  }

  private async mail(row: { id: string; email: string; expiresAt: Date }, link: string) {
    const { organizationId, self, enqueue } = this.context
    const mail = invitationMail({
      organizationName: await this.nameOfOrganization(),
      inviterName: self.name,
      roleLabel: roleLabels[this.role],
      link,
      expiresAt: row.expiresAt,
      host: new URL(env.PUBLIC_URL).host,
    })
    const payload = { to: row.email, ...mail }
    await enqueue({ organizationId, kind: 'mail', subjectId: row.id, payload })
  }

  private async nameOfOrganization() {
    this.organizationName ??= (await organizationRow(this.context.db)).name
    return this.organizationName
  }
}
