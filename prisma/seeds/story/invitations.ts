import { defaultInvitationLimits, judgeSends } from '@/lib/domain/invitation-limits'
import { randomText } from '@/lib/domain/random'
import type { OrganizationRole } from '@/lib/domain/roles'
import { type Delivery, newInvitation, stateOf } from '@/lib/modules/invitations/invitation'
import { dice } from '../dice'
import { actorOf, type History } from './history'
import type { InvitationRow, KeyRow, MemberRow } from './rows'
import type { Known } from './world'

type Offer = {
  by: string
  email: string
  role?: OrganizationRole
  delivery?: Delivery
  /** What the mail server said. */
  failure?: string
  /** The key that sent it, when it was not done by hand. */
  key?: KeyRow
}

const DAY = 86_400_000 // ms

const pendingAt = (history: History, at: Date) =>
  history.rows.invitations.filter(
    (row) => row.organizationId === history.organization.id && stateOf(row, at) === 'pending',
  )

/** An owner invites, within the limits. A pending invitation to the same address is replaced. */
export function invite(history: History, offer: Offer, at: Date): void {
  const { email, role = 'collaborator', delivery = 'mail', failure, key } = offer
  const inviter = history.owner(offer.by)
  const actor = actorOf(inviter, key)
  if (history.isMember(email)) throw new Error(`${email} is a member already.`)
  const pending = pendingAt(history, at)
  requirePlace(history, email, pending, at)
  const earlier = pending.find((row) => row.email === email)
  if (earlier) end(history, earlier, inviter, 'replaced', at)
  const seconds = dice('mail', email).between(2, 9)
  const row: InvitationRow = {
    ...newInvitation({
      email,
      role,
      invitedById: inviter.id,
      // Of no token: nobody can use a link that never was.
      tokenHash: randomText('0123456789abcdef', 64),
      delivery,
      lifetimeDays: defaultInvitationLimits.lifetimeDays,
      now: at,
    }),
    organizationId: history.organization.id,
    acceptedAt: null,
    acceptedById: null,
    revokedAt: null,
    revokedBecause: null,
    deliveredAt: delivery === 'mail' && !failure ? new Date(at.getTime() + seconds * 1000) : null,
    deliveryError: failure ?? null,
  }
  history.rows.invitations.push(row)
  history.tell(at, actor, {
    event: 'invitation.sent',
    subject: subjectOf(row),
    after: {
      email,
      role,
      delivery,
      expiresAt: row.expiresAt,
      ...(earlier && { replaces: earlier.id }),
    },
  })
}

function requirePlace(history: History, email: string, pending: InvitationRow[], now: Date) {
  const sentAt = history.rows.invitations
    .filter(({ organizationId }) => organizationId === history.organization.id)
    .map(({ createdAt }) => createdAt)
    .filter((time) => time.getTime() > now.getTime() - DAY)
  const [verdict] = judgeSends({ pending, sentAt, sends: [email], now })
  if (!verdict?.allowed) throw new Error(`${now.toISOString()}: ${verdict?.reason}`)
}

/** The invited person joins: a mailed link proves the address, a link passed on does not. */
export function accept(history: History, who: Known, at: Date): MemberRow {
  const row = pendingAt(history, at).find(({ email }) => email === who.email)
  if (!row) throw new Error(`${who.email} has no invitation at ${at.toISOString()}.`)
  const home = row.delivery === 'mail' ? null : history.organization.id
  const person = history.world.account(who, home, at)
  const member = history.join(person, who.name, row.role, 'invitation', at)
  Object.assign(row, { acceptedAt: at, acceptedById: member.id })
  history.tell(at, actorOf(member), {
    event: 'invitation.accepted',
    subject: subjectOf(row),
    before: { state: 'pending' },
    after: { state: 'accepted', memberId: member.id },
  })
  const inviter = history.rows.memberships.find(({ id }) => id === row.invitedById)
  history.tellJoined(member, at, { invitation: row.id, invitedBy: inviter?.name })
  return member
}

export function revoke(history: History, by: string, email: string, at: Date): void {
  const row = pendingAt(history, at).find((open) => open.email === email)
  if (!row) throw new Error(`${email} has no invitation to revoke.`)
  end(history, row, history.owner(by), 'revoked', at)
}

/** Somebody stops being an owner: what that person offered of the owner role ends. Returns how many. */
export function revokeOffersOf(
  history: History,
  inviter: MemberRow,
  by: MemberRow,
  at: Date,
): number {
  const theirs = pendingAt(history, at).filter(
    ({ invitedById, role }) => invitedById === inviter.id && role === 'owner',
  )
  for (const row of theirs) end(history, row, by, 'inviter', at)
  return theirs.length
}

type Because = NonNullable<InvitationRow['revokedBecause']>

function end(history: History, row: InvitationRow, by: MemberRow, because: Because, at: Date) {
  Object.assign(row, { revokedAt: at, revokedBecause: because })
  const inviter = history.rows.memberships.find(({ id }) => id === row.invitedById)
  const byHand = because === 'revoked'
  history.tell(at, actorOf(by), {
    event: 'invitation.revoked',
    subject: { ...subjectOf(row), ...(byHand && { of: row.invitedById }) },
    before: {
      state: 'pending',
      ...(because !== 'replaced' && { role: row.role }),
      ...(byHand && { invitedBy: inviter?.name }),
    },
    after: { because },
  })
}

const subjectOf = ({ id, email }: InvitationRow) =>
  ({ kind: 'invitation', id, label: email }) as const
