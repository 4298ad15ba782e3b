'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { sortOf } from '@/components/data-table/sort-text'
import { useSelection } from '@/components/data-table/use-selection'
import { useTableView } from '@/components/data-table/use-table-view'
import { previewQuery } from '@/components/invitations/preview'
import { useGo } from '@/components/layout/use-go'
import { lazily } from '@/components/ui/lazily'
import { problemOf } from '@/lib/client/problem-error'
import type { Member } from '@/lib/modules/members/member'
import { MemberAvatar } from './member-avatar'
import { memberColumns } from './member-columns'
import { MemberDialogs } from './member-dialogs'
import { memberHref } from './member-href'
import { MemberListContext } from './member-link'
import { memberListCall, memberListFilter, withMemberList } from './member-list'
import { MembersToolbar } from './members-toolbar'
import { useDialogs } from './use-dialogs'
import { useMembers } from './use-members'
import { UsersFrame } from './users-frame'

const MembersBulk = lazily(() => import('./bulk/members-bulk').then((m) => m.MembersBulk), {
  soon: true,
  patient: true,
})

const MembersEmpty = lazily(() => import('./members-empty').then((m) => m.MembersEmpty), {
  soon: true,
})
const MemberMenu = lazily(() => import('./member-menu').then((m) => m.MemberMenu), { soon: true })

const idOf = ({ id }: Member) => id

/** /users: everybody in the organization. */
export function MembersScreen() {
  const { organizationId } = useViewer()
  const { show } = useDialogs()
  const go = useGo()
  const members = useMembers()
  const { state } = members
  const { data, error, isPlaceholderData } = members.page
  const { data: invitations } = useQuery(previewQuery(organizationId))
  const view = useTableView('users', memberColumns)
  const filter = memberListFilter(state)
  const selection = useSelection({
    rows: data?.rows,
    getRowId: idOf,
    filter,
    total: isPlaceholderData ? undefined : data?.total,
  })
  const open = (member: Member) => go(memberHref(member, withMemberList('', state)))
  // Nothing can be done to those who are gone.
  const selectable = state.state !== 'removed'
  return (
    <UsersFrame
      people={data?.people}
      pending={invitations?.limits.pending}
      api={memberListCall(state)}
      exported={{ matching: filter, except: [] }}
    >
      <MembersToolbar view={view} />
      <MemberListContext state={state}>
        <DataTable
          caption="Users"
          columns={memberColumns}
          rows={data?.rows}
          getRowId={idOf}
          rowLabel={({ name }) => name}
          sort={sortOf(state.sort)}
          onSort={members.sort}
          fetching={isPlaceholderData}
          problem={error && problemOf(error)}
          onRetry={members.retry}
          rowMenu={(row) => (
            <MemberMenu member={row} owners={data?.owners ?? 0} open={open} show={show} />
          )}
          onOpen={open}
          selection={selectable ? selection.selection : undefined}
          bulk={
            selectable && (
              <MembersBulk selection={selection} state={state} owners={data?.owners ?? 0} />
            )
          }
          view={view}
          leading={(member) => <MemberAvatar member={member} size={32} />}
          pager={members.pager}
          empty={
            <MembersEmpty
              state={state}
              people={data?.people ?? 0}
              onClear={members.clear}
              onFirstPage={members.firstPage}
            />
          }
        />
      </MemberListContext>
      <MemberDialogs page={data} />
    </UsersFrame>
  )
}
