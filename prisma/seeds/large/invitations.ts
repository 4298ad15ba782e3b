import { defaultInvitationLimits } from '@/lib/domain/invitation-limits'
import { randomText } from '@/lib/domain/random'
import { type Delivery, newInvitation } from '@/lib/modules/invitations/invitation'
import { type Dice, dice } from '../dice'
import type { InvitationRow, MemberRow } from '../story/rows'
import type { Known } from '../story/world'
import { DAY, HOUR, inOffice, MINUTE } from '../times'
import type { Names } from './names'
import { type Desk, joined, type Office } from './office'

/** By mail, mostly; the rate stays far below the limit of a day. Null: there is no time left to accept it. */
export function joinByInvitation(
  office: Office,
  { name, email }: Known,
  sentAt: Date,
  chance: Dice,
): MemberRow | null {
  const at = new Date(+sentAt + chance.between(10 * MINUTE, 30 * HOUR))
  if (+at > +office.world.now - 5 * MINUTE) return null
  const delivery = chance.chance(0.85) ? 'mail' : 'link'
  const desk = office.deskAt(sentAt, +sentAt / MINUTE)
  const row = send(office, desk, { email, delivery }, sentAt)
  const how = { source: 'invitation', proven: delivery === 'mail' } as const
  const member = office.join({ name, email }, at, how)
  Object.assign(row, { acceptedAt: at, acceptedById: member.id })
  const after = { state: 'accepted', memberId: member.id }
  office.tell(at, { member }, { ...about(row, 'accepted'), before: { state: 'pending' }, after })
  const invitation = { invitation: row.id, invitedBy: desk.member.name }
  office.tell(at, { member }, joined(member, invitation))
  const seen = new Date(Math.min(+at + chance.between(MINUTE, HOUR), +office.world.now - MINUTE))
  office.signIn(member, at, seen, 'invitation')
  return member
}

/** Those that nobody accepted: expired, revoked, and a dozen that wait. */
export async function offer(office: Office, names: Names, size: number): Promise<void> {
  const { world, start } = office
  const now = +world.now
  const spread = (count: number, from: number, to: number, tell: (at: Date) => void) => {
    for (let n = 0; n < count; n++) {
      const at = inOffice(new Date(from + ((n + 0.5) / count) * (to - from)))
      if (+at > +start + HOUR) tell(at)
    }
  }
  const sendTo = (at: Date) => {
    const chance = dice('offer', office.organization.name, at.toISOString())
    const desk = office.deskAt(at, +at / MINUTE)
    const { email } = names.next(chance)
    return { desk, row: send(office, desk, { email, delivery: 'mail' }, at) }
  }
  spread(Math.round(size * 0.003), +start, now - 8 * DAY, sendTo)
  spread(Math.round(size * 0.002), +start, now - 3 * DAY, (at) => {
    const { desk, row } = sendTo(at)
    const revokedAt = new Date(+at + 20 * MINUTE)
    Object.assign(row, { revokedAt, revokedBecause: 'revoked' })
    const { id: of, name: invitedBy } = desk.member
    const { event, subject } = about(row, 'revoked')
    office.tell(revokedAt, desk, {
      event,
      subject: { ...subject, of },
      before: { state: 'pending', role: row.role, invitedBy },
      after: { because: 'revoked' },
    })
  })
  spread(Math.min(12, Math.round(size / 10)), now - 6 * DAY, now - HOUR, sendTo)
}

type Offer = { email: string; delivery: Delivery }

function send(office: Office, desk: Desk, { email, delivery }: Offer, at: Date): InvitationRow {
  const { lifetimeDays } = defaultInvitationLimits
  const row: InvitationRow = {
    ...newInvitation({
      email,
      role: 'collaborator',
      invitedById: desk.member.id,
      // Of no token: nobody can use a link that never was.
      tokenHash: randomText('0123456789abcdef', 64),
      delivery,
      lifetimeDays,
      now: at,
    }),
    organizationId: office.organization.id,
    acceptedAt: null,
    acceptedById: null,
    revokedAt: null,
    revokedBecause: null,
    deliveredAt: delivery === 'mail' ? new Date(+at + 4_000) : null,
    deliveryError: null,
  }
  office.world.rows.invitations.push(row)
  const after = { email, role: row.role, delivery, expiresAt: row.expiresAt }
  office.tell(at, desk, { ...about(row, 'sent'), after })
  return row
}

const about = ({ id, email }: InvitationRow, what: 'sent' | 'accepted' | 'revoked') =>
  ({
    event: `invitation.${what}`,
    subject: { kind: 'invitation', id, label: email },
  }) as const
