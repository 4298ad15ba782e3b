'use client'
import { Bot, CirclePause, CirclePlay, Copy, Pencil, Trash2 } from 'lucide-react'
import { copyAndSay } from '@/components/members/member-actions'
import { defineMenuAction, type MenuEntry } from '@/components/menu/menu-action'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { deletedDenial } from '@/lib/modules/service-accounts/service-account-rules'

type Deeds = {
  /** Absent on the account's own page. */
  open?: (account: ServiceAccount) => void
  edit: (account: ServiceAccount) => void
  disable: (account: ServiceAccount) => void
  enable: (account: ServiceAccount) => void
  remove: (account: ServiceAccount) => void
}

const gone = (account: ServiceAccount) => deletedDenial(account)?.detail ?? null
const copy = (id: string, label: string, value: (account: ServiceAccount) => string) =>
  defineMenuAction<ServiceAccount>({
    id,
    label,
    icon: <Copy />,
    run: (account, { notify }) => copyAndSay(value(account), notify),
  })

/** What may be done with a service account, and why not. */
export const accountActions = (deeds: Deeds): readonly (readonly MenuEntry<ServiceAccount>[])[] => [
  [
    ...(deeds.open
      ? [
          defineMenuAction<ServiceAccount>({
            id: 'open',
            label: 'Open',
            icon: <Bot />,
            shortcut: '↵',
            run: deeds.open,
          }),
        ]
      : []),
    defineMenuAction<ServiceAccount>({
      id: 'edit',
      label: 'Rename or describe…',
      icon: <Pencil />,
      permission: 'service_account.change',
      disabledReason: gone,
      run: deeds.edit,
    }),
    {
      id: 'copy',
      label: 'Copy',
      icon: <Copy />,
      entries: [
        copy('email', 'Copy email', ({ email }) => email),
        copy('user-id', 'Copy user ID', ({ userId }) => userId),
        copy('identity-id', 'Copy identity ID', ({ id }) => id),
      ],
    },
  ],
  [
    defineMenuAction<ServiceAccount>({
      id: 'disable',
      label: 'Disable…',
      icon: <CirclePause />,
      permission: 'service_account.change',
      hidden: ({ disabledAt }) => disabledAt !== null,
      disabledReason: gone,
      run: deeds.disable,
    }),
    defineMenuAction<ServiceAccount>({
      id: 'enable',
      label: 'Enable…',
      icon: <CirclePlay />,
      permission: 'service_account.change',
      hidden: ({ disabledAt }) => disabledAt === null,
      disabledReason: gone,
      run: deeds.enable,
    }),
    defineMenuAction<ServiceAccount>({
      id: 'delete',
      label: 'Delete…',
      icon: <Trash2 />,
      tone: 'destructive',
      permission: 'service_account.delete',
      disabledReason: gone,
      run: deeds.remove,
    }),
  ],
]
