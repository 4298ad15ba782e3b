'use client'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { Avatar } from '@/components/access/avatar'
import { useViewer } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { previewQuery } from '@/components/invitations/preview'
import { problemOf } from '@/lib/client/problem-error'
import { memberActions } from './member-actions'
import { memberColumns } from './member-columns'
import { memberListCall } from './member-list'
import { MembersEmpty } from './members-empty'
import { MembersToolbar } from './members-toolbar'
import { sortOf } from './members-words'
import { useDialogs } from './use-dialogs'
import { useMembers } from './use-members'
import { UsersFrame } from './users-frame'

const ManageAccess = dynamic(() => import('./manage-access').then((m) => m.ManageAccess), {
  ssr: false,
})
const RemoveMember = dynamic(() => import('./remove-member').then((m) => m.RemoveMember), {
  ssr: false,
})

/** /users: everybody in the organization. */
export function MembersScreen() {
  const { organizationId, identityId } = useViewer()
  const { manage, remove, show, close } = useDialogs()
  const members = useMembers()
  const { data, error, isPlaceholderData } = members.page
  const { data: invitations } = useQuery(previewQuery(organizationId))
  const owners = data?.owners ?? 0
  const actions = memberActions(
    { selfId: identityId, owners },
    { manage: ({ id }) => show({ manage: id }), remove: ({ id }) => show({ remove: id }) },
  )
  return (
    <UsersFrame
      people={data?.people}
      pending={invitations?.limits.pending}
      api={memberListCall(members.state)}
    >
      <MembersToolbar />
      <DataTable
        caption="Users"
        columns={memberColumns}
        rows={data?.rows}
        getRowId={({ id }) => id}
        rowLabel={({ name }) => name}
        sort={sortOf(members.state.sort)}
        onSort={members.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={members.retry}
        rowActions={actions}
        onOpen={({ id }) => show({ manage: id })}
        leading={({ id, name }) => <Avatar id={id} name={name} size={32} />}
        pager={members.pager}
        empty={
          <MembersEmpty
            state={members.state}
            people={data?.people ?? 0}
            onClear={members.clear}
            onFirstPage={members.firstPage}
          />
        }
      />
      {manage && data && (
        <ManageAccess
          key={manage}
          memberId={manage}
          known={data.rows.find(({ id }) => id === manage)}
          owners={owners}
          onClose={close}
        />
      )}
      {remove && (
        <RemoveMember
          key={remove}
          memberId={remove}
          name={data?.rows.find(({ id }) => id === remove)?.name}
          onClose={close}
          onManage={() => show({ manage: remove })}
        />
      )}
    </UsersFrame>
  )
}
