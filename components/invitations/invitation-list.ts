import {
  createLoader,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import type { Invitation, InvitationState } from '@/lib/modules/invitations/invitation'

/** In the order of the segments. Written again, because the schema beside the states would come along. */
export const shownStates = [
  'pending',
  'expired',
  'revoked',
  'accepted',
] as const satisfies readonly InvitationState[]

const sorts = ['sent', '-sent', 'expires', '-expires', 'email', '-email'] as const
type SortText = (typeof sorts)[number]

/** What the list shows, as it stands in the URL. */
export const invitationListParsers = {
  state: parseAsStringLiteral(shownStates).withDefault('pending'),
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(sorts),
  after: parseAsString,
}
export type InvitationListState = inferParserType<typeof invitationListParsers>
export const loadInvitationList = createLoader(invitationListParsers)

/** Pending: what ends first. The rest: the latest first. */
const firstSort: Record<InvitationState, SortText> = {
  pending: 'expires',
  expired: '-expires',
  revoked: '-sent',
  accepted: '-sent',
}
export const sortTextOf = ({ sort, state }: InvitationListState) => sort ?? firstSort[state]

/** The input of `invitation.list`: the page and the browser must build the same one. */
export const invitationListInput = (list: InvitationListState) => {
  const sort = sortTextOf(list)
  return {
    state: list.state,
    ...(list.q && { search: list.q }),
    sort: sort.replace('-', '') as 'sent' | 'expires' | 'email',
    descending: sort.startsWith('-'),
    ...(list.after && { after: list.after }),
  }
}

/** The answer of `invitation.list`. */
export type InvitationPage = {
  rows: Invitation[]
  next: string | null
  previous: string | null
  first: number
  total: { count: number; more: boolean }
  counts: Record<InvitationState, number>
  limits: { maxPending: number }
}

/** The same list by the API, as far as it has one. */
export const invitationListCall = ({ q, state }: InvitationListState): ApiCall => ({
  method: 'GET',
  path: '/api/v2/organization_invitations/',
  query: { email: q },
  note: state === 'pending' ? undefined : 'This call lists pending invites only.',
})
