import { createLoader, type SearchParams } from 'nuqs/server'
import { Prefetched } from '@/components/console-frame/prefetched'
import {
  invitationListInput,
  invitationListParsers,
} from '@/components/invitations/invitation-list'
import { InvitationsScreen } from '@/components/invitations/invitations-screen'
import { noAddresses } from '@/components/invitations/preview'
import { memberCountInput } from '@/components/members/member-list'
import { listInvitations } from '@/lib/modules/invitations/queries/list-invitations'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../refused'

export const metadata = { title: 'Pending invites' }

const loadInvitationList = createLoader(invitationListParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function PendingPage({ searchParams }: Props) {
  const input = invitationListInput(await loadInvitationList(searchParams))
  const list = await prefetch(listInvitations, input)
  const refused = await refusedToOthers(list.found)
  if (refused) return refused
  const preview = await prefetch(previewInvitations, noAddresses)
  const members = await prefetch(listMembers, memberCountInput)
  return (
    <Prefetched reads={[list.state, preview.state, members.state]}>
      <InvitationsScreen />
    </Prefetched>
  )
}
