'use client'
import {
  CirclePause,
  CirclePlay,
  Copy,
  LogOut,
  ShieldCheck,
  UserMinus,
  UserRound,
} from 'lucide-react'
import type { notify } from '@/components/feedback/notify'
import { defineMenuAction, type MenuAction, type MenuEntry } from '@/components/menu/menu-action'
import { copyText } from '@/components/ui/copy-text'
import type { Member } from '@/lib/modules/members/member'
import {
  goneDenial,
  removalDenial,
  roleChangeDenial,
  type Standing,
  suspensionDenial,
} from '@/lib/modules/members/member-rules'

type Dialogs = {
  /** Absent on the person's own page. */
  open?: (member: Member) => void
  manage: (member: Member) => void
  signOut: (member: Member) => void
  suspend: (member: Member) => void
  restore: (member: Member) => void
  remove: (member: Member) => void
}

const other = ({ role }: Member) => (role === 'owner' ? 'collaborator' : 'owner')

const isSuspended = ({ endedAt, suspendedAt }: Member) => !endedAt && suspendedAt !== null

/** What a program has no part in: what is done to it has its own words, on its own page. */
const isProgram = ({ kind }: Member) => kind === 'service_account'

/** What may be done with a row of the list, and why not. */
export const memberActions = (
  standing: Standing,
  dialogs: Dialogs,
): readonly (readonly MenuEntry<Member>[])[] => [
  [
    ...(dialogs.open ? [openAction(dialogs.open)] : []),
    defineMenuAction<Member>({
      id: 'manage',
      label: 'Manage access…',
      icon: <ShieldCheck />,
      shortcut: 'R',
      permission: 'member.change_role',
      hidden: isProgram,
      disabledReason: (member) =>
        (goneDenial(member) ?? roleChangeDenial(member, other(member), standing))?.detail ?? null,
      run: dialogs.manage,
    }),
  ],
  [
    defineMenuAction<Member>({
      id: 'sign-out',
      label: 'Sign out everywhere',
      icon: <LogOut />,
      permission: 'session.end',
      hidden: isProgram,
      disabledReason: (member) => goneDenial(member)?.detail ?? null,
      run: dialogs.signOut,
    }),
    {
      id: 'copy',
      label: 'Copy',
      icon: <Copy />,
      entries: [
        copyAction('email', 'Copy email', ({ email }) => email),
        copyAction('user-id', 'Copy user ID', ({ userId }) => userId),
        copyAction('identity-id', 'Copy identity ID', ({ id }) => id),
      ],
    },
  ],
  [
    defineMenuAction<Member>({
      id: 'suspend',
      label: 'Suspend…',
      icon: <CirclePause />,
      permission: 'member.suspend',
      hidden: (member) => isProgram(member) || isSuspended(member),
      disabledReason: (member) =>
        (goneDenial(member) ?? suspensionDenial(member, standing))?.detail ?? null,
      run: dialogs.suspend,
    }),
    defineMenuAction<Member>({
      id: 'restore',
      label: 'Restore…',
      icon: <CirclePlay />,
      permission: 'member.restore',
      hidden: (member) => isProgram(member) || !isSuspended(member),
      run: dialogs.restore,
    }),
    defineMenuAction<Member>({
      id: 'remove',
      label: 'Remove from organization…',
      icon: <UserMinus />,
      tone: 'destructive',
      permission: 'member.remove',
      hidden: isProgram,
      disabledReason: (member) =>
        (goneDenial(member) ?? removalDenial(member, standing))?.detail ?? null,
      run: dialogs.remove,
    }),
  ],
]

const openAction = (run: (member: Member) => void): MenuAction<Member> =>
  defineMenuAction({ id: 'open', label: 'Open', icon: <UserRound />, shortcut: '↵', run })

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
