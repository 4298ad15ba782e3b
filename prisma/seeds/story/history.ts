import { newId } from '@/lib/domain/id'
import type { OrganizationRole } from '@/lib/domain/roles'
import type { Actor } from '@/lib/kernel/audit'
import { newBinding } from '@/lib/modules/bindings/binding'
import { newMembership } from '@/lib/modules/members/member'
import { newOrganization } from '@/lib/modules/organizations/organization'
import { eventRow, type Happened } from './event'
import { addressOf, browserOf, program } from './places'
import type { KeyRow, MemberRow, OrganizationRow, PersonRow, Rows, SessionRow } from './rows'
import type { Known, World } from './world'

/**
 * One organization's history, told forwards: what the commands would do, with the same rows and events, at moments
 * long past. What a command would refuse throws here, so a story cannot contradict itself.
 */
export class History {
  readonly organization: OrganizationRow
  readonly rows: Rows
  private readonly open = new Map<string, MemberRow>()

  constructor(
    readonly world: World,
    name: string,
    founder: Known,
    at: Date,
  ) {
    this.rows = world.rows
    this.organization = newOrganization(name, at)
    this.rows.organizations.push(this.organization)
    const person = world.account(founder, this.organization.id, at)
    const actor = actorOf(this.join(person, founder.name, 'owner', 'founder', at))
    const subject = { kind: 'organization', id: this.organization.id, label: name } as const
    this.tell(at, actor, { event: 'organization.created', subject, after: { name } })
    this.tellJoined(this.member(founder.email), at)
  }

  /** An open membership. */
  member(email: string): MemberRow {
    const member = this.open.get(email)
    if (!member) throw new Error(`${email} is not in ${this.organization.name}.`)
    return member
  }

  isMember = (email: string): boolean => this.open.has(email)

  owner(email: string): MemberRow {
    const member = this.member(email)
    if (member.role !== 'owner') throw new Error(`${email} is no owner now.`)
    return member
  }

  members = (): MemberRow[] => [...this.open.values()]

  /** The owners of this moment, the longest in the organization first. */
  owners = (): MemberRow[] => [...this.open.values()].filter(({ role }) => role === 'owner')

  /** A membership begins; its event comes with whatever made it begin. */
  join(
    person: PersonRow,
    name: string,
    role: OrganizationRole,
    source: MemberRow['source'],
    now: Date,
    neverActive = false,
  ): MemberRow {
    const { email } = person
    if (this.open.has(email)) throw new Error(`${email} is a member already.`)
    const given = { organizationId: this.organization.id, personId: person.id, email, name }
    const row = newMembership({ ...given, role, source, now, neverActive })
    const member = { ...row, version: 1, endedAt: null, endedById: null }
    this.open.set(email, member)
    this.rows.memberships.push(member)
    // As the database does it where a cloud adds everybody (auto_add_new_member).
    const { organizationId, id: membershipId } = member
    const added = { role: 'collaborator', origin: 'auto_add', createdById: null } as const
    for (const cloud of this.rows.clouds) {
      if (!cloud.autoAdd || cloud.organizationId !== organizationId) continue
      const binding = newBinding({ ...added, membershipId, cloudId: cloud.id, now })
      this.rows.roleBindings.push({ ...binding, organizationId })
    }
    return member
  }

  /** A membership ends; the row stays. */
  leave(member: MemberRow, by: MemberRow, at: Date): void {
    Object.assign(member, { endedAt: at, endedById: by.id, version: member.version + 1 })
    this.open.delete(member.email)
    this.rows.roleBindings = this.rows.roleBindings.filter(
      ({ membershipId }) => membershipId !== member.id,
    )
  }

  /** `by`: whoever added somebody without an invitation. */
  tellJoined(member: MemberRow, at: Date, how: object = {}, by: MemberRow = member): void {
    const { email, role, source } = member
    const subject = { kind: 'member', id: member.id, label: member.name } as const
    const after = { email, role, source, ...how }
    this.tell(at, actorOf(by), { event: 'member.joined', subject, after })
  }

  /** Writes an event as the kernel does; those of one moment by one actor are of one request. */
  tell(at: Date, by: Actor, happened: Happened & { operationId?: string }): void {
    const { operationId, ...what } = happened
    const session = by.key ? undefined : sessionAt(this.rows.sessions, by.id, at)
    const actor = session ? { ...by, session: session.id } : by
    const last = this.rows.events.at(-1)
    const same = last?.actorId === by.id && last.at.getTime() === at.getTime()
    const event = eventRow(what, {
      organizationId: this.organization.id,
      at,
      actor,
      requestId: same ? last.requestId : newId('req'),
      address: addressOf(by.email ?? by.name),
      userAgent: by.key ? program : (session?.userAgent ?? browserOf(by.email ?? by.name, at)),
      operationId,
    })
    this.rows.events.push(event)
  }
}

/** The session that somebody used then: the newest of those that lived. */
export const sessionAt = (sessions: readonly SessionRow[], membershipId: string, at: Date) =>
  sessions.findLast(
    (row) =>
      row.membershipId === membershipId &&
      row.createdAt <= at &&
      at <= (row.endedAt ?? row.expiresAt),
  )

/** Who acted: a member, by hand or with a key. */
export const actorOf = ({ id, name, email }: MemberRow, key?: KeyRow): Actor => ({
  kind: key ? 'api_key' : 'member',
  id,
  name,
  email,
  ...(key && { key: key.id }),
})
