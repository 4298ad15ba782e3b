'use client'
import { useViewer } from '@/components/access/viewer'
import { MenuEntries } from '@/components/menu/menu-entries'
import type { Member } from '@/lib/modules/members/member'
import { memberActions } from './member-actions'
import type { useDialogs } from './use-dialogs'
import { useSignOut } from './use-sign-out'
import { useRestore } from './use-suspension'

type Props = {
  member: Member
  owners: number
  open: (member: Member) => void
  show: ReturnType<typeof useDialogs>['show']
}

/** What may be done with a row of the list. */
export function MemberMenu({ member, owners, open, show }: Props) {
  const { identityId: selfId } = useViewer()
  const actions = memberActions(
    { selfId, owners },
    {
      open,
      manage: ({ id }) => show({ manage: id }),
      signOut: useSignOut(),
      suspend: ({ id }) => show({ suspend: id }),
      restore: useRestore(),
      remove: ({ id }) => show({ remove: id }),
    },
  )
  return <MenuEntries actions={actions} row={member} />
}
