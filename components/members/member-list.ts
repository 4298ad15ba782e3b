import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import { organizationRoles } from '@/lib/domain/permissions'
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

/** What the list shows, as it stands in the URL. */
export const memberListParsers = {
  q: parseAsString.withDefault(''),
  role: parseAsArrayOf(parseAsStringLiteral(organizationRoles)).withDefault([]),
  sort: parseAsStringLiteral(sorts).withDefault('name'),
  after: parseAsString,
}
export type MemberListState = inferParserType<typeof memberListParsers>
export const loadMemberList = createLoader(memberListParsers)

/** The input of `member.list`: the page and the browser must build the same one. */
export const memberListInput = ({ q, role, sort, after }: MemberListState) => ({
  ...(q && { search: q }),
  // Every role is no filter.
  ...(role.length === 1 && { roles: role }),
  sort: sort.replace('-', '') as MemberSort,
  descending: sort.startsWith('-'),
  ...(after && { after }),
})

/** The answer of `member.list`. */
export type MemberPage = {
  rows: Member[]
  next: string | null
  previous: string | null
  first: number
  total: { count: number; more: boolean }
  people: number
  owners: number
}

/** The smallest page: for the numbers beside it. */
export const memberCountInput = { count: 1 }

/** The same list by the API: part of an address, or of a name. */
export const memberListCall = ({ q, role }: MemberListState): ApiCall => ({
  method: 'GET',
  path: '/api/v2/organization_collaborators/',
  query: q.includes('@') ? { email: q } : { name: q },
  note: role.length === 1 ? 'This call lists people of every role.' : undefined,
})
