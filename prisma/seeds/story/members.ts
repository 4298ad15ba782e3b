import { newId } from '@/lib/domain/id'
import type { OrganizationRole } from '@/lib/domain/roles'
import { keyFacts, keySubject } from '@/lib/modules/api-keys/api-key'
import { removalDenial, roleChangeDenial } from '@/lib/modules/members/member-rules'
import { operationLabel } from '@/lib/modules/operations/operation-words'
import { liveSessions } from './credentials'
import { actorOf, type History, sessionAt } from './history'
import { revokeOffersOf } from './invitations'
import type { KeyRow, MemberRow, OperationRow } from './rows'
import type { Known } from './world'

export function changeRole(
  history: History,
  by: string,
  email: string,
  role: OrganizationRole,
  at: Date,
): void {
  const self = history.owner(by)
  const member = history.member(email)
  const standing = { selfId: self.id, owners: history.owners().length }
  refuse(roleChangeDenial(member, role, standing))
  if (member.role === role) throw new Error(`${email} is ${role} already.`)
  const before = { role: member.role }
  Object.assign(member, { role, version: member.version + 1 })
  if (role !== 'owner') revokeOffersOf(history, member, self, at)
  const subject = subjectOf(member)
  history.tell(at, actorOf(self), {
    event: 'member.role_changed',
    subject,
    before,
    after: { role },
  })
}

type Removing = { by: string; email: string; operationId?: string }

export function remove(history: History, { by, email, operationId }: Removing, at: Date): void {
  const self = history.owner(by)
  const member = history.member(email)
  refuse(removalDenial(member, { selfId: self.id }))
  const sessions = liveSessions(history, member.id, at)
  const keys = history.rows.apiKeys.filter((key) => isLive(key, member, at))
  const roles = history.rows.roleBindings.filter((row) => row.membershipId === member.id).length
  history.leave(member, self, at)
  for (const session of history.rows.sessions) {
    if (session.membershipId === member.id && !session.endedAt) {
      Object.assign(session, { endedAt: at, endedBecause: 'removed' })
    }
  }
  for (const key of history.rows.apiKeys) {
    if (key.membershipId === member.id) key.revokedAt ??= at
  }
  const invitations = revokeOffersOf(history, member, self, at)
  const actor = actorOf(self)
  const { role, userId, source, createdAt } = member
  history.tell(at, actor, {
    event: 'member.removed',
    subject: subjectOf(member),
    before: { email, role, userId, source, joinedAt: createdAt },
    after: { sessions: sessions.length, keys: keys.length, invitations, roles },
    operationId,
  })
  const after = { because: 'removed' }
  for (const { id } of sessions) {
    const subject = { kind: 'session', id, label: member.name, of: member.id } as const
    history.tell(at, actor, { event: 'session.ended', subject, after, operationId })
  }
  for (const key of keys) {
    const subject = keySubject(key, member)
    const before = keyFacts(key, member)
    history.tell(at, actor, { event: 'api_key.revoked', subject, before, after, operationId })
  }
}

const isLive = (key: KeyRow, { id }: MemberRow, at: Date) =>
  key.membershipId === id && !key.revokedAt && (key.expiresAt === null || key.expiresAt > at)

/** An owner adds somebody without an invitation, who has not come yet. */
export function add(history: History, by: string, who: Known, at: Date): void {
  const self = history.owner(by)
  const person = history.world.account(who, history.organization.id, at)
  const member = history.join(person, who.name, 'collaborator', 'owner', at, true)
  history.tellJoined(member, at, {}, self)
}

/** Work on many, long finished. */
export function removeMany(history: History, by: string, emails: string[], at: Date): void {
  const self = history.owner(by)
  const members = emails.map((email) => history.member(email))
  const session = sessionAt(history.rows.sessions, self.id, at)
  if (!session) throw new Error(`${by} is not signed in.`)
  const { address, userAgent } = session
  const { organizationId } = self
  const total = members.length
  const operation: OperationRow = {
    organizationId,
    id: newId('op'),
    kind: 'member.remove_many',
    input: {},
    caller: {
      kind: 'session',
      sessionId: session.id,
      personId: self.personId,
      membershipId: self.id,
      origin: { requestId: newId('req'), address, userAgent },
    },
    startedById: self.id,
    total,
    done: total,
    createdAt: at,
    finishedAt: new Date(at.getTime() + total * 1_000),
  }
  const operationId = operation.id
  history.rows.operations.push(operation)
  history.tell(at, actorOf(self), {
    event: 'operation.started',
    subject: {
      kind: 'operation',
      id: operationId,
      label: operationLabel(operation.kind, {}, total),
    },
    after: { total },
  })
  for (const [position, { id, name, email }] of members.entries()) {
    const finishedAt = new Date(at.getTime() + (position + 1) * 1_000)
    remove(history, { by, email, operationId }, finishedAt)
    const item = { organizationId, operationId, position, subjectId: id, label: name }
    history.rows.operationItems.push({ ...item, state: 'done', finishedAt })
  }
}

const subjectOf = ({ id, name }: MemberRow) => ({ kind: 'member', id, label: name }) as const

function refuse(denial: { detail: string } | null) {
  if (denial) throw new Error(denial.detail)
}
