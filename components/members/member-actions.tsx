'use client'
import { Copy, ShieldCheck, UserMinus } from 'lucide-react'
import type { notify } from '@/components/feedback/notify'
import { defineMenuAction, type MenuAction } from '@/components/menu/menu-action'
import { copyText } from '@/components/ui/copy-button'
import type { Member } from '@/lib/modules/members/member'
import { removalDenial, roleChangeDenial, type Standing } from '@/lib/modules/members/member-rules'

type Dialogs = { manage: (member: Member) => void; remove: (member: Member) => void }

const other = ({ role }: Member) => (role === 'owner' ? 'collaborator' : 'owner')

/** What may be done with a row of the list, and why not. */
export const memberActions = (standing: Standing, dialogs: Dialogs) => [
  [
    defineMenuAction<Member>({
      id: 'manage',
      label: 'Manage access…',
      icon: <ShieldCheck />,
      shortcut: 'R',
      permission: 'member.change_role',
      disabledReason: (member) => roleChangeDenial(member, other(member), standing)?.detail ?? null,
      run: dialogs.manage,
    }),
  ],
  [
    copyAction('email', 'Copy email', ({ email }) => email),
    copyAction('user-id', 'Copy user ID', ({ userId }) => userId),
    copyAction('identity-id', 'Copy identity ID', ({ id }) => id),
  ],
  [
    defineMenuAction<Member>({
      id: 'remove',
      label: 'Remove from organization…',
      icon: <UserMinus />,
      tone: 'destructive',
      permission: 'member.remove',
      disabledReason: (member) => removalDenial(member, standing)?.detail ?? null,
      run: dialogs.remove,
    }),
  ],
]

const copyAction = (
  id: string,
  label: string,
  value: (member: Member) => string,
): MenuAction<Member> =>
  defineMenuAction({
    id,
    label,
    icon: <Copy />,
    run: (member, tools) => copyAndSay(value(member), tools.notify),
  })

/** Copies, and says what stands in the clipboard now. */
export async function copyAndSay(text: string, say: typeof notify) {
  if (await copyText(text)) say.done(<>Copied {text}</>)
  else say.partly(<>The browser did not allow copying. {text}</>)
}
