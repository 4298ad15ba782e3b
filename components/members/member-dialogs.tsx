'use client'
import dynamic from 'next/dynamic'
import { Contained } from '@/components/feedback/contained'
import type { MemberPage } from './member-list'
import { useDialogs } from './use-dialogs'

const ManageAccess = dynamic(() => import('./manage-access').then((m) => m.ManageAccess), {
  ssr: false,
})
const RemoveMember = dynamic(() => import('./remove-member').then((m) => m.RemoveMember), {
  ssr: false,
})

/** What opens beside the list of people, as the URL has it. */
export function MemberDialogs({ page }: { page: MemberPage | undefined }) {
  const { manage, remove, show, close } = useDialogs()
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
        />
      )}
    </Contained>
  )
}
