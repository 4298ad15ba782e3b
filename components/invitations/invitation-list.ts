import type { inferParserType } from 'nuqs/server'
import type { ApiCall } from '@/components/api-call/curl'
import type { Page } from '@/components/data-table/pager'
import { sortInput } from '@/components/data-table/sort-text'
import { urlList, urlText, urlWord } from '@/lib/client/url-parsers'
import type { Invitation, InvitationState } from '@/lib/modules/invitations/invitation'
import type { DeliveryState } from '@/lib/modules/invitations/invitation-filter'

/** In the order of the segments. Written again, because the schema beside the states would come along. */
export const shownStates = [
  'pending',
  'expired',
  'revoked',
  'accepted',
] as const satisfies readonly InvitationState[]

export const deliveryStates = [
  'mailed',
  'waiting',
  'failed',
  'link',
] as const satisfies readonly DeliveryState[]

const sorts = ['sent', '-sent', 'expires', '-expires', 'email', '-email'] as const
type SortText = (typeof sorts)[number]

/** What the list shows, as it stands in the URL. */
export const invitationListParsers = {
  state: urlWord(shownStates).withDefault('pending'),
  q: urlText.withDefault(''),
  by: urlList(urlText).withDefault([]),
  delivery: urlList(urlWord(deliveryStates)).withDefault([]),
  ends: urlWord(['soon'] as const),
  sort: urlWord(sorts),
  after: urlText,
}
export type InvitationListState = inferParserType<typeof invitationListParsers>

/** Pending: what ends first. The rest: the latest first. */
const firstSort: Record<InvitationState, SortText> = {
  pending: 'expires',
  expired: '-expires',
  revoked: '-sent',
  accepted: '-sent',
}
export const sortTextOf = ({ sort, state }: InvitationListState) => sort ?? firstSort[state]

/** Search and filters, as the list and work on all that match take them. */
export const invitationListFilter = ({ state, q, by, delivery, ends }: InvitationListState) => ({
  state,
  ...(q && { search: q }),
  ...(by.length > 0 && { invitedByIds: by }),
  ...(delivery.length > 0 && { deliveries: delivery }),
  ...(ends && { ends }),
})
export type InvitationListFilter = ReturnType<typeof invitationListFilter>

/** The input of `invitation.list`: the page and the browser must build the same one. */
export const invitationListInput = (list: InvitationListState) => ({
  ...invitationListFilter(list),
  ...sortInput(sortTextOf(list)),
  ...(list.after && { after: list.after }),
})

/** The answer of `invitation.list`. */
export type InvitationPage = Page<Invitation> & {
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
