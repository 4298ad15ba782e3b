import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import type { Page } from '@/components/data-table/pager'
import { sortInput } from '@/components/data-table/sort-text'
import { queryOf, urlList, urlParser, urlText, urlWord } from '@/lib/client/url-parsers'
import { organizationRoles } from '@/lib/domain/roles'
import { timeBounds } from '@/lib/domain/time-filter'
import type { Member, MemberSort } from '@/lib/modules/members/member'

const sorts = [
  'name',
  '-name',
  'email',
  '-email',
  'joined',
  '-joined',
  'active',
  '-active',
] as const satisfies readonly (MemberSort | `-${MemberSort}`)[]

// As member.ts has them, without loading its schemas into the browser.
const states = ['active', 'never', 'suspended', 'removed'] as const
const factors = ['on', 'off'] as const
const keyNeeds = ['ending'] as const
/** Without one, people alone. */
const kinds = ['service_account', 'all'] as const
export type MemberKindFilter = (typeof kinds)[number]
const sources = ['founder', 'invitation', 'owner'] as const

/** A period of time; anything else in the URL counts as none. */
const parseAsPeriod = urlParser({
  parse: (text) => (timeBounds(text, new Date()) ? text : null),
  serialize: (text: string) => text,
})

/** What the list shows, as it stands in the URL. */
export const memberListParsers = {
  q: urlText.withDefault(''),
  role: urlList(urlWord(organizationRoles)).withDefault([]),
  state: urlWord(states),
  source: urlList(urlWord(sources)).withDefault([]),
  kind: urlWord(kinds),
  factor: urlWord(factors),
  keys: urlWord(keyNeeds),
  access: urlText,
  joined: parseAsPeriod,
  active: parseAsPeriod,
  sort: urlWord(sorts).withDefault('name'),
  after: urlText,
}
export type MemberListState = inferParserType<typeof memberListParsers>
/** An address that carries the list along: the page of a person knows from it who is next. */
export const withMemberList = (path: string, state: MemberListState) =>
  `${path}${queryOf(memberListParsers, state)}`

/** Everything but the order and the page: what an export and work on all that match take. */
export const memberListFilter = (state: MemberListState) => ({
  ...chosenFilter(state),
  ...(state.kind !== 'all' && { kind: state.kind ?? ('person' as const) }),
})

const chosenFilter = (state: MemberListState) => ({
  ...(state.q && { search: state.q }),
  // Every role is no filter.
  ...(state.role.length === 1 && { roles: state.role }),
  ...(state.source.length > 0 && { sources: state.source }),
  ...(state.state && { state: state.state }),
  ...(state.factor && { factor: state.factor }),
  ...(state.keys && { keys: state.keys }),
  ...(state.access && { access: state.access }),
  ...(state.joined && { joined: state.joined }),
  ...(state.active && { active: state.active }),
})

/** The input of `member.list`: the page and the browser must build the same one. */
export const memberListInput = (state: MemberListState) => ({
  ...memberListFilter(state),
  ...sortInput(state.sort),
  ...(state.after && { after: state.after }),
})

/** No search and no filter; the order stays. */
export const noFilters = {
  q: null,
  role: null,
  state: null,
  source: null,
  kind: null,
  factor: null,
  keys: null,
  access: null,
  joined: null,
  active: null,
  after: null,
}

export const isFiltered = (state: MemberListState) =>
  state.kind !== null || Object.keys(chosenFilter(state)).length > 0

/** The answer of `member.list`. */
export type MemberPage = Page<Member> & {
  people: number
  owners: number
}

/** The smallest page: for the numbers beside it. */
export const memberCountInput = { kind: 'person' as const, count: 1 }

/** Exactly the same list by the API. */
export const memberListCall = (state: MemberListState): ApiCall => {
  const { search, roles, sources, ...others } = memberListFilter(state)
  const { sort, descending } = sortInput(state.sort)
  return {
    method: 'GET',
    path: '/api/gatehouse/v1/members/',
    query: {
      search,
      role: roles?.join(','),
      source: sources?.join(','),
      ...others,
      sort,
      order: descending ? 'descending' : undefined,
      count: 50,
    },
  }
}
