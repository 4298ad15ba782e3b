import { newId } from '@/lib/domain/id'
import type { OrganizationRole } from '@/lib/domain/roles'
import { newMembership } from '@/lib/modules/members/member'
import { newOrganization } from '@/lib/modules/organizations/organization'
import { newPerson } from '@/lib/modules/persons/person'
import { newSession, type SignInMethod } from '@/lib/modules/sessions/session'
import { eventRow, type Happened } from '../story/event'
import { actorOf } from '../story/history'
import { addressOf, browserOf } from '../story/places'
import type { MemberRow, SessionRow } from '../story/rows'
import type { Known, World } from '../story/world'
import { before, DAY, later, MINUTE } from '../times'

export type Desk = { member: MemberRow; session: SessionRow }
type Joining = { source: MemberRow['source']; role?: OrganizationRole; proven?: boolean }

/**
 * One organization, told member by member without looking back: History would read all that was told at each step.
 * The rows are those of the commands all the same (large.test.ts).
 */
export class Office {
  readonly organization
  readonly founder: MemberRow
  /** Whoever stays, in the order in which they came. */
  readonly ids: string[] = []
  private readonly desks: { from: number; chain: Desk[] }[] = []

  constructor(
    readonly world: World,
    name: string,
    founder: Known,
    readonly start: Date,
  ) {
    this.organization = newOrganization(name, start)
    world.rows.organizations.push(this.organization)
    this.founder = this.join(founder, start, { source: 'founder', role: 'owner' })
    const subject = { kind: 'organization', id: this.organization.id, label: name } as const
    this.tell(
      start,
      { member: this.founder },
      { event: 'organization.created', subject, after: { name } },
    )
    this.tell(start, { member: this.founder }, joined(this.founder))
    this.sitDown(this.founder, start)
  }

  /** A membership and the account under it. Whoever an owner adds has never been seen. */
  join({ name, email }: Known, now: Date, how: Joining): MemberRow {
    const { source, role = 'collaborator', proven = false } = how
    const organizationId = this.organization.id
    const person = newPerson({
      email,
      name,
      passwordHash: this.world.hashOf(email),
      standing: proven ? 'proven' : { homeOrganizationId: organizationId },
      now,
    })
    const given = { organizationId, personId: person.id, email, name, role, source, now }
    const row = newMembership({ ...given, neverActive: source === 'owner' })
    const member = { ...row, version: 1, endedAt: null, endedById: null }
    this.world.rows.people.push(person)
    this.world.rows.memberships.push(member)
    this.ids.push(member.id)
    return member
  }

  signIn(member: MemberRow, at: Date, seen: Date, method: SignInMethod = 'password'): Desk {
    const { organizationId, personId, id: membershipId, email } = member
    const origin = { requestId: '', address: addressOf(email), userAgent: browserOf(email, at) }
    const proof = { method, factor: null, authenticatedAt: at }
    const row = newSession({ organizationId, personId, membershipId }, proof, origin, at)
    const session: SessionRow = { ...row, lastActiveAt: seen, endedAt: null, endedBecause: null }
    member.lastActiveAt = later(member.lastActiveAt, seen)
    this.world.rows.sessions.push(session)
    const subject = { kind: 'session', id: row.id, label: member.name, of: member.id } as const
    const after = { method, factor: null, expiresAt: row.expiresAt }
    this.tell(at, { member, session }, { event: 'session.started', subject, after })
    return { member, session }
  }

  /** From now on one of those who run the organization, signed in anew whenever a session ends. */
  sitDown(member: MemberRow, from: Date): void {
    const chain: Desk[] = []
    for (let at = +from + MINUTE; at < +this.world.now; at += 13 * DAY) {
      const seen = new Date(Math.min(at + 13 * DAY, +before(this.world.now, MINUTE)))
      const method = at === +this.start + MINUTE ? 'set_up' : 'password'
      chain.push(this.signIn(member, new Date(at), later(new Date(at), seen), method))
    }
    if (chain.length > 0) this.desks.push({ from: +from + MINUTE, chain })
  }

  /** Whoever of them does it at that moment; `turn` goes round. */
  deskAt(at: Date, turn: number): Desk {
    const there = this.desks.filter(({ from }) => from <= +at)
    const desk = there[Math.floor(turn) % there.length]
    const found = desk?.chain[Math.floor((+at - desk.from) / (13 * DAY))] ?? desk?.chain.at(-1)
    if (!found) throw new Error(`Nobody runs ${this.organization.name} at ${at.toISOString()}.`)
    return found
  }

  tell(
    at: Date,
    by: { member: MemberRow; session?: SessionRow },
    happened: Happened,
    more: { requestId?: string; operationId?: string } = {},
  ): void {
    const { member, session } = by
    const { email } = member
    const actor = actorOf(member)
    const event = eventRow(happened, {
      organizationId: this.organization.id,
      at,
      actor: session ? { ...actor, session: session.id } : actor,
      requestId: more.requestId ?? newId('req'),
      address: addressOf(email),
      userAgent: session?.userAgent ?? browserOf(email, at),
      operationId: more.operationId,
    })
    this.world.rows.events.push(event)
  }
}

/** How a membership began. */
export const joined = (
  { id, name, email, role, source }: MemberRow,
  how: object = {},
): Happened => ({
  event: 'member.joined',
  subject: { kind: 'member', id, label: name },
  after: { email, role, source, ...how },
})
