import { newId } from '@/lib/domain/id'
import type { OrganizationRole } from '@/lib/domain/permissions'
import type { Actor, Entry, Recorded } from '@/lib/kernel/audit'
import { newMembership } from '@/lib/modules/members/member'
import { newOrganization } from '@/lib/modules/organizations/organization'
import { addressOf } from './places'
import type { KeyRow, MemberRow, OrganizationRow, PersonRow, Rows } from './rows'
import type { Known, World } from './world'

type Happened = Recorded & Pick<Entry, 'event' | 'result' | 'foldKey'>

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

  /** The owners of this moment, the longest in the organization first. */
  owners = (): MemberRow[] => [...this.open.values()].filter(({ role }) => role === 'owner')

  /** A membership begins; its event comes with whatever made it begin. */
  join(
    person: PersonRow,
    name: string,
    role: OrganizationRole,
    source: MemberRow['source'],
    now: Date,
  ): MemberRow {
    const { email } = person
    if (this.open.has(email)) throw new Error(`${email} is a member already.`)
    const given = { organizationId: this.organization.id, personId: person.id, email, name }
    const row = newMembership({ ...given, role, source, now })
    const member = { ...row, version: 1, endedAt: null, endedById: null }
    this.open.set(email, member)
    this.rows.memberships.push(member)
    return member
  }

  /** A membership ends; the row stays. */
  leave(member: MemberRow, by: MemberRow, at: Date): void {
    Object.assign(member, { endedAt: at, endedById: by.id, version: member.version + 1 })
    this.open.delete(member.email)
  }

  tellJoined(member: MemberRow, at: Date): void {
    const { email, role, source } = member
    const subject = { kind: 'member', id: member.id, label: member.name } as const
    this.tell(at, actorOf(member), {
      event: 'member.joined',
      subject,
      after: { email, role, source },
    })
  }

  /** Writes an event as the kernel does. */
  tell(at: Date, actor: Actor, { before, after, ...happened }: Happened): void {
    this.rows.events.push({
      ...happened,
      organizationId: this.organization.id,
      id: newId('evt'),
      at,
      actor,
      actorId: actor.id,
      subjectId: happened.subject.id,
      before: before ?? undefined,
      after: after ?? undefined,
      requestId: newId('req'),
      address: addressOf(actor.email ?? actor.name),
    })
  }
}

/** Who acted: a member, by hand or with a key. */
export const actorOf = ({ id, name, email }: MemberRow, key?: KeyRow): Actor => ({
  kind: key ? 'api_key' : 'member',
  id,
  name,
  email,
  ...(key && { key: key.id }),
})
