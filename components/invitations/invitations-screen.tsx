'use client'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useViewer } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { Toolbar } from '@/components/layout/page'
import { type MemberPage, memberCountInput } from '@/components/members/member-list'
import { UsersFrame } from '@/components/members/users-frame'
import { SearchInput } from '@/components/ui/search-input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { invitationActions } from './invitation-actions'
import { invitationColumns } from './invitation-columns'
import { invitationListCall, sortTextOf } from './invitation-list'
import { InvitationsEmpty } from './invitations-empty'
import { previewQuery } from './preview'
import { segmentsOf } from './segments'
import { useInvitations } from './use-invitations'
import { useResend } from './use-resend'
import { useRevoke } from './use-revoke'

const InviteResult = dynamic(() => import('./invite-result').then((m) => m.InviteResult), {
  ssr: false,
})

/** /users/pending: who was invited, and what became of it. */
export function InvitationsScreen() {
  const { organizationId } = useViewer()
  const invitations = useInvitations()
  const { state } = invitations
  const { data, error, isPlaceholderData } = invitations.page
  const members = useQuery(
    consoleQuery<MemberPage>(organizationId, 'member.list', memberCountInput),
  )
  const preview = useQuery(previewQuery(organizationId)).data
  const { resend, answer, forget } = useResend()
  const revoke = useRevoke()
  const sort = sortTextOf(state)
  return (
    <UsersFrame
      people={members.data?.people}
      pending={data?.counts.pending}
      api={invitationListCall(state)}
    >
      <Toolbar>
        <SegmentedControl label="State" segments={segmentsOf(state.state, data?.counts)} />
        <SearchInput label="Search email" value={state.q} onValueChange={invitations.search} />
      </Toolbar>
      <DataTable
        key={state.state}
        caption="Invitations"
        columns={invitationColumns[state.state]}
        rows={data?.rows}
        getRowId={({ id }) => id}
        rowLabel={({ email }) => email}
        sort={{
          column: sort.replace('-', ''),
          direction: sort.startsWith('-') ? 'desc' : 'asc',
        }}
        onSort={invitations.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={invitations.retry}
        rowActions={invitationActions({
          delivery: preview?.delivery ?? 'link',
          lifetimeDays: preview?.limits.lifetimeDays ?? 7,
          resend,
          revoke,
        })}
        pager={invitations.pager}
        empty={
          <InvitationsEmpty
            list={state}
            count={data?.counts[state.state] ?? 0}
            onClear={invitations.clear}
            onFirstPage={invitations.firstPage}
          />
        }
      />
      {answer && <InviteResult answer={answer} onClose={forget} />}
    </UsersFrame>
  )
}
