import type { inferParserType } from 'nuqs/server'
import { kindOf } from '@/components/access/place-kind'
import type { ExplainInput, Place } from '@/components/access-tree/explain-query'
import type { ApiCall } from '@/components/api-call/curl'
import { urlList, urlText, urlWord } from '@/lib/client/url-parsers'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import { origins } from '@/lib/domain/roles'
import type {
  Bounded,
  ByOrigin,
  MemberOfAccess,
  Reached,
  Reaching,
} from '@/lib/modules/access/reach'

const kinds = ['person', 'service_account'] as const
const permission = urlWord(permissionNames).withDefault('project.read')

export const levelOf = (name: Permission) => entryOf(name).level
/** Asked of clouds or projects: what can be listed by where. */
export const isOfPlaces = (name: Permission) => levelOf(name) !== 'organization'

/** "Who can … on …?", as it stands in the URL. `of`: whose proof lies open. */
export const whoParsers = {
  permission,
  on: urlText,
  q: urlText.withDefault(''),
  origin: urlList(urlWord(origins)).withDefault([]),
  kind: urlWord(kinds),
  of: urlText,
  after: urlText,
}
export type WhoState = inferParserType<typeof whoParsers>

/** "Where can … …?". `of`: the place whose proof lies open. */
export const whatParsers = {
  who: urlText,
  permission: urlWord(permissionNames.filter(isOfPlaces)).withDefault('project.read'),
  q: urlText.withDefault(''),
  of: urlText,
  after: urlText,
}
export type WhatState = inferParserType<typeof whatParsers>

/** "Why can … … on …?" */
export const whyParsers = { who: urlText, permission, on: urlText }

/** The id that a question is about; null: not chosen, or of another kind than the permission asks for. */
export function placeOf(name: Permission, on: string | null, organizationId: string): Place | null {
  const level = levelOf(name)
  if (level === 'organization') return { kind: level, id: organizationId }
  return on && kindOf(on) === level ? { kind: level, id: on } : null
}
function asked({ kind, id }: Place) {
  if (kind === 'organization') return { organization: id }
  return kind === 'cloud' ? { cloud: id } : { project: id }
}

export const whoFilters = (state: WhoState, place: Place) => ({
  permission: state.permission,
  place: asked(place),
  ...(state.q && { search: state.q }),
  ...(state.origin.length > 0 && { origins: state.origin }),
  ...(state.kind && { kinds: [state.kind] }),
})
/** The input of `access.who_can`: the page and the browser must build the same one. */
export const whoInput = (state: WhoState, place: Place) => ({
  ...whoFilters(state, place),
  counts: true,
  ...(state.after && { after: state.after }),
})

export const whatFilters = ({ who, permission: name, q }: WhatState) => ({
  memberId: who ?? '',
  permission: name,
  ...(q && { search: q }),
})
export const whatInput = (state: WhatState) => ({
  ...whatFilters(state),
  ...(state.after && { after: state.after }),
})

/** The same answers by the API. */
const own = (question: string, query: ApiCall['query']): ApiCall => ({
  method: 'GET',
  path: `/api/gatehouse/v1/access/${question}`,
  query,
})
const placeQuery = ({ kind, id }: Place) => (kind === 'organization' ? {} : { [`${kind}_id`]: id })

export const whoCall = (state: WhoState, place: Place) =>
  own('who_can', {
    permission: state.permission,
    ...placeQuery(place),
    search: state.q,
    origin: state.origin.join(','),
    kind: state.kind ?? undefined,
    count: 50,
  })
export const whatCall = ({ who, permission: name, q }: WhatState) =>
  own('what_can', { permission: name, member_id: who ?? undefined, search: q, count: 50 })
export const whyCall = ({ memberId, permission: name, place }: ExplainInput) =>
  own('explain', { permission: name, ...placeQuery(place), member_id: memberId })

type Page<Row> = { rows: Row[]; next: string | null; previous: string | null; first: number }
/** The answers of `access.who_can` and `access.what_can`. */
export type WhoPage = Page<Reaching> & {
  byOrigin: ByOrigin | null
  total: Bounded | null
}
export type WhatPage = Page<Reached> & { member: MemberOfAccess }
