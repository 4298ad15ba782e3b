import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import type { Page } from '@/components/data-table/pager'
import { urlList, urlText, urlWord } from '@/lib/client/url-parsers'
import { type EventName, eventNames, nounOf } from '@/lib/domain/events'
import { timeBounds } from '@/lib/domain/time-filter'
import type { AuditEvent } from '@/lib/modules/audit/event'

const HOUR = 3_600_000 // ms

/** What the log shows, as it stands in the URL. `event` alone is the open drawer. */
export const auditListParsers = {
  actor: urlText,
  subject: urlText,
  about: urlText,
  via: urlText,
  request: urlText,
  operation: urlText,
  events: urlList(urlWord(eventNames)).withDefault([]),
  time: urlText,
  result: urlWord(['done', 'denied'] as const),
  sort: urlWord(['-time', 'time'] as const).withDefault('-time'),
  after: urlText,
}
export type AuditListState = inferParserType<typeof auditListParsers>

const ids = ['actor', 'subject', 'about', 'via', 'request', 'operation'] as const
export type IdFilter = (typeof ids)[number]

/** Every filter off. */
export const noFilters = {
  ...(Object.fromEntries(ids.map((id) => [id, null])) as Record<IdFilter, null>),
  events: null,
  time: null,
  result: null,
  after: null,
}

export const isFiltered = (state: AuditListState): boolean =>
  ids.some((id) => state[id]) || state.events.length > 0 || Boolean(state.time || state.result)

/** The filters as `event.list` and the download take them. Relative times hold still for an hour: so does the list. */
export function auditFilters(state: AuditListState) {
  const hour = new Date(Math.floor(Date.now() / HOUR) * HOUR)
  const { from, to } = (state.time && timeBounds(state.time, hour)) || {}
  return {
    ...Object.fromEntries(ids.flatMap((id) => (state[id] ? [[id, state[id]]] : []))),
    ...(state.events.length > 0 && { events: state.events as EventName[] }),
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
    ...(state.result && { result: state.result }),
    descending: state.sort === '-time',
  }
}

/** The input of `event.list`: the page and the browser must build the same one. */
export const auditListInput = (state: AuditListState) => ({
  ...auditFilters(state),
  ...(state.after && { after: state.after }),
})

/** The same by the API. */
export function auditListCall(state: AuditListState): ApiCall {
  const { from, to } = auditFilters(state)
  return {
    method: 'GET',
    path: '/api/gatehouse/v1/audit_events/',
    query: {
      ...Object.fromEntries(ids.map((id) => [`${id}_id`, state[id] ?? undefined])),
      event: state.events.join(','),
      result: state.result ?? undefined,
      from,
      to,
      order: state.sort === 'time' ? 'oldest' : undefined,
      count: 50,
    },
  }
}

/** The answer of `event.list`. */
export type EventPage = Page<AuditEvent>

type NounOf<E extends string> = E extends `${infer Noun}.${string}` ? Noun : never
type Noun = NounOf<EventName>
const nouns: Record<Noun, string> = {
  organization: 'Organization',
  member: 'People',
  invitation: 'Invitations',
  service_account: 'Service accounts',
  api_key: 'API keys',
  session: 'Sessions',
  factor: 'Second factors',
  recovery_codes: 'Recovery codes',
  operation: 'Work on many',
  audit: 'Audit log',
  terms: 'Terms',
  cloud: 'Clouds',
  project: 'Projects',
  role_binding: 'Roles on clouds and in projects',
  workload: 'Workloads',
  access: 'Access',
}

/** Event names under their nouns, as the filter lists them. */
export const eventGroups = [...new Set(eventNames.map(nounOf))].map((noun) => ({
  label: nouns[noun as Noun],
  events: eventNames.filter((name) => nounOf(name) === noun),
}))
