import { createLoader, type SearchParams } from 'nuqs/server'
import { Prefetched } from '@/components/console-frame/prefetched'
import { noAddresses } from '@/components/invitations/preview'
import { memberListInput, memberListParsers } from '@/components/members/member-list'
import { MembersScreen } from '@/components/members/members-screen'
import { previewInvitations } from '@/lib/modules/invitations/queries/preview-invitations'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../refused'

export const metadata = { title: 'Users' }

const loadMemberList = createLoader(memberListParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function UsersPage({ searchParams }: Props) {
  const list = await prefetch(listMembers, memberListInput(await loadMemberList(searchParams)))
  const refused = await refusedToOthers(list.found)
  if (refused) return refused
  const preview = await prefetch(previewInvitations, noAddresses)
  return (
    <Prefetched reads={[list.state, preview.state]}>
      <MembersScreen />
    </Prefetched>
  )
}
