import type { MemberListState } from '@/components/members/member-list'
import { consoleQuery } from '@/lib/client/query'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { AuditEvent } from '@/lib/modules/audit/event'
import type { Member } from '@/lib/modules/members/member'
import type { LiveSession } from '@/lib/modules/sessions/session'
import { neighboursInput, recentInput } from './person-inputs'

type Named = { id: string; name: string } | null

/** The answer of `member.profile`. */
export type Profile = {
  member: Member
  invitedBy: Named
  removedBy: Named
  suspendedBy: Named
  terms: { document: string; version: string; acceptedAt: string }[]
  owners: number
}
/** The answer of `member.neighbours`. */
export type Neighbours = {
  previous: Named
  next: Named
  place: number | null
  total: { count: number; more: boolean }
}

export const profileQuery = (organizationId: string, id: string) =>
  consoleQuery<Profile>(organizationId, 'member.profile', { id })

export const neighboursQuery = (organizationId: string, memberId: string, list: MemberListState) =>
  consoleQuery<Neighbours>(organizationId, 'member.neighbours', neighboursInput(memberId, list))

export const sessionsQuery = (organizationId: string, memberId: string) =>
  consoleQuery<{ rows: LiveSession[] }>(organizationId, 'session.list_of_member', { memberId })

export const keysQuery = (organizationId: string, memberId: string) =>
  consoleQuery<{ rows: ApiKey[] }>(organizationId, 'api_key.list_of_member', { memberId })

export const recentQuery = (organizationId: string, memberId: string) =>
  consoleQuery<{ rows: AuditEvent[] }>(organizationId, 'event.list', recentInput(memberId))
