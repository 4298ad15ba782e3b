import { allKeysParsers } from '@/components/api-keys/everybody/all-keys-list'
import { auditListParsers } from '@/components/audit-log/audit-list'
import { invitationListParsers } from '@/components/invitations/invitation-list'
import { memberListParsers } from '@/components/members/member-list'
import { queryOf } from '@/lib/client/url-parsers'
import type { EventName } from '@/lib/domain/events'
import type { Charts, NeedKind } from '@/lib/modules/overview/overview'

type Filled = Record<string, unknown>
const users = (state: Filled) => `/users${queryOf(memberListParsers, state)}`
const pending = (state: Filled) => `/users/pending${queryOf(invitationListParsers, state)}`

/** The list of each need: what it shows is what was counted (overview.test.ts). */
export const needLinks: Record<NeedKind, string> = {
  deletion: '/settings/general',
  mail_failed: pending({ delivery: ['failed'] }),
  factor_missing: users({ kind: 'person', factor: 'off', sort: 'joined' }),
  keys_ending: `/api-keys/everybody${queryOf(allKeysParsers, { ends: 'within_7_days', sort: 'ends' })}`,
  invitations_ending: pending({ ends: 'soon' }),
  owners_idle: users({ role: ['owner'], active: 'over-90d', joined: 'over-90d' }),
}
export const withoutFactorLink = users({ kind: 'person', factor: 'off' })

/** The events of these days in the audit log. */
export const eventsLink = (events: readonly EventName[], from: string, to: string) =>
  `/audit-log${queryOf(auditListParsers, { events, time: `${from}..${to}` })}`

export const chartEvents = {
  joined: ['member.joined'],
  left: ['member.left', 'member.removed'],
  signIns: ['session.started'],
} as const satisfies Record<string, readonly EventName[]>

/** The list of each number that a chart sums up. */
export const chartLinks = ({ from, to }: Pick<Charts, 'from' | 'to'>) => ({
  people: users({ kind: 'person', sort: '-joined' }),
  joined: eventsLink(chartEvents.joined, from, to),
  left: eventsLink(chartEvents.left, from, to),
  signIns: eventsLink(chartEvents.signIns, from, to),
})
