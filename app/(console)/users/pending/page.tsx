import { HydrationBoundary } from '@tanstack/react-query'
import { createLoader, type SearchParams } from 'nuqs/server'
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
    <HydrationBoundary state={list.state}>
      <HydrationBoundary state={preview.state}>
        <HydrationBoundary state={members.state}>
          <InvitationsScreen />
        </HydrationBoundary>
      </HydrationBoundary>
    </HydrationBoundary>
  )
}
