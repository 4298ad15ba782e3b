'use client'
import { useViewer } from '@/components/access/viewer'
import { useGo } from '@/components/layout/use-go'
import { memberActions } from '@/components/members/member-actions'
import { useSignOut } from '@/components/members/use-sign-out'
import { useRestore } from '@/components/members/use-suspension'
import { flatActions } from '@/components/menu/menu-action'
import { useMenuAction } from '@/components/menu/use-menu-action'
import type { Member } from '@/lib/modules/members/member'

/** The entries of a person's row menu, here in the palette: the same words, reasons and dialogs. */
export function usePersonActions(owners: number) {
  const go = useGo()
  const { identityId } = useViewer()
  const resolve = useMenuAction()
  const signOut = useSignOut()
  const restore = useRestore()
  const entries = memberActions(
    { selfId: identityId, owners },
    {
      signOut,
      manage: ({ id }) => go(`/users?manage=${id}`),
      suspend: ({ id }) => go(`/users?suspend=${id}`),
      restore,
      remove: ({ id }) => go(`/users?remove=${id}`),
    },
  )
  const actions = flatActions(entries)
  return {
    of: (member: Member) =>
      actions.filter(({ hidden }) => !hidden?.(member)).map((action) => resolve(action, member)),
    /** The words they are typed by: "Manage access…" by "manage". */
    verbs: actions.flatMap(({ label }) => (typeof label === 'string' ? [verbOf(label)] : [])),
  }
}

export const verbOf = (label: string) => (label.split(/[\s…]/)[0] ?? '').toLowerCase()
