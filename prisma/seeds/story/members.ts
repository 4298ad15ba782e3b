import type { OrganizationRole } from '@/lib/domain/permissions'
import { removalDenial, roleChangeDenial } from '@/lib/modules/members/member-rules'
import { actorOf, type History } from './history'
import { revokeOffersOf } from './invitations'
import type { MemberRow } from './rows'

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

export function remove(history: History, by: string, email: string, at: Date): void {
  const self = history.owner(by)
  const member = history.member(email)
  refuse(removalDenial(member, { selfId: self.id }))
  history.leave(member, self, at)
  for (const session of history.rows.sessions) {
    if (session.membershipId === member.id && !session.endedAt) {
      Object.assign(session, { endedAt: at, endedBecause: 'removed' })
    }
  }
  for (const key of history.rows.apiKeys) {
    if (key.membershipId === member.id) key.revokedAt ??= at
  }
  revokeOffersOf(history, member, self, at)
  history.tell(at, actorOf(self), {
    event: 'member.removed',
    subject: subjectOf(member),
    before: { email, role: member.role, userId: member.userId },
  })
}

const subjectOf = ({ id, name }: MemberRow) => ({ kind: 'member', id, label: name }) as const

function refuse(denial: { detail: string } | null) {
  if (denial) throw new Error(denial.detail)
}
