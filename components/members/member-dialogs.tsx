'use client'
import { Contained } from '@/components/feedback/contained'
import { lazily } from '@/components/ui/lazily'
import type { MemberPage } from './member-list'
import { useDialogs } from './use-dialogs'

const ManageAccess = lazily(() => import('./manage-access').then((m) => m.ManageAccess))
const RemoveMember = lazily(() => import('./remove-member').then((m) => m.RemoveMember))

const SuspendMember = lazily(() => import('./suspend-member').then((m) => m.SuspendMember))

/** What opens beside the list of people, as the URL has it. */
export function MemberDialogs({ page }: { page: MemberPage | undefined }) {
  const { manage, remove, suspend, show, close } = useDialogs()
  const rowOf = (id: string) => page?.rows.find((row) => row.id === id)
  return (
    <Contained onClose={close}>
      {manage && page && (
        <ManageAccess
          key={manage}
          memberId={manage}
          known={rowOf(manage)}
          owners={page.owners}
          onClose={close}
        />
      )}
      {remove && (
        <RemoveMember
          key={remove}
          memberId={remove}
          name={rowOf(remove)?.name}
          onClose={close}
          onManage={() => show({ manage: remove })}
          onSuspend={() => show({ suspend: remove })}
        />
      )}
      {suspend && (
        <SuspendMember
          key={suspend}
          memberId={suspend}
          name={rowOf(suspend)?.name}
          onClose={close}
        />
      )}
    </Contained>
  )
}
