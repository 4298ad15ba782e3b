'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { sortOf } from '@/components/data-table/sort-text'
import { useSelection } from '@/components/data-table/use-selection'
import { useTableView } from '@/components/data-table/use-table-view'
import { type MemberPage, memberCountInput } from '@/components/members/member-list'
import { UsersFrame } from '@/components/members/users-frame'
import { MenuEntries } from '@/components/menu/menu-entries'
import { lazily } from '@/components/ui/lazily'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { Invitation } from '@/lib/modules/invitations/invitation'
import { invitationActions } from './invitation-actions'
import { invitationColumns } from './invitation-columns'
import { invitationListCall, invitationListFilter, sortTextOf } from './invitation-list'
import { InvitationsBulk } from './invitations-bulk'
import { InvitationsEmpty } from './invitations-empty'
import { InvitationsToolbar } from './invitations-toolbar'
import { previewQuery } from './preview'
import { SendRunDialog } from './send-run-dialog'
import { useInvitations } from './use-invitations'
import { useOpenInvitation } from './use-open-invitation'
import { useResend } from './use-resend'
import { useRevoke } from './use-revoke'
import { useSendRun } from './use-send-run'

const InviteResult = lazily(() => import('./invite-result').then((m) => m.InviteResult))
const InvitationHistory = lazily(() =>
  import('./invitation-history').then((m) => m.InvitationHistory),
)

const idOf = ({ id }: Invitation) => id

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
  const again = useSendRun()
  const revoke = useRevoke()
  const history = useOpenInvitation()
  const columns = invitationColumns[state.state]
  const view = useTableView(`invitations-${state.state}`, columns)
  const filter = invitationListFilter(state)
  const selection = useSelection({
    rows: data?.rows,
    getRowId: idOf,
    filter,
    total: isPlaceholderData ? undefined : data?.total,
  })
  // What was chosen among the pending is not chosen among the revoked.
  const [chosenIn, setChosenIn] = useState(state.state)
  if (chosenIn !== state.state) {
    setChosenIn(state.state)
    selection.clear()
  }
  const actions = invitationActions({
    delivery: preview?.delivery ?? 'link',
    lifetimeDays: preview?.limits.lifetimeDays ?? 7,
    resend,
    revoke,
    open: ({ id }) => history.show(id),
  })
  return (
    <UsersFrame
      people={members.data?.people}
      pending={preview?.limits.pending ?? data?.counts.pending}
      api={invitationListCall(state)}
    >
      <InvitationsToolbar invitations={invitations} view={view} />
      <DataTable
        key={state.state}
        caption="Invitations"
        columns={columns}
        rows={data?.rows}
        getRowId={idOf}
        rowLabel={({ email }) => email}
        sort={sortOf(sortTextOf(state))}
        onSort={invitations.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={invitations.retry}
        rowMenu={(row) => <MenuEntries actions={actions} row={row} />}
        onOpen={({ id }) => history.show(id)}
        selection={selection.selection}
        bulk={<InvitationsBulk selection={selection} filter={filter} onResend={again.start} />}
        view={view}
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
      {again.run && <SendRunDialog run={again.run} onStop={again.stop} onDone={again.forget} />}
      {history.id && (
        <InvitationHistory
          key={history.id}
          id={history.id}
          onOpen={history.show}
          onClose={history.close}
        />
      )}
    </UsersFrame>
  )
}
