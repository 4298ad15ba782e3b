'use client'
import { Ban, ChartNoAxesColumn, RefreshCw, TimerOff } from 'lucide-react'
import { defineMenuAction } from '@/components/menu/menu-action'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { KeyRow } from './pairs'

type Verbs = {
  open: (apiKey: ApiKey) => void
  rotate: (apiKey: ApiKey) => void
  revoke: (keys: readonly ApiKey[]) => Promise<void>
}

const permissions = {
  own: { list: 'api_key.list_own', rotate: 'api_key.create_own', revoke: 'api_key.revoke_own' },
  account: {
    list: 'api_key.list',
    rotate: 'api_key.create_for_account',
    revoke: 'api_key.revoke',
  },
} as const

/** What may be done with a live key: it is never changed or shown again, only replaced and ended. */
export const keyActions = ({ open, rotate, revoke }: Verbs, of: 'own' | 'account' = 'own') => [
  [
    defineMenuAction<KeyRow>({
      id: 'open',
      label: 'Use and ceiling',
      icon: <ChartNoAxesColumn />,
      permission: permissions[of].list,
      run: open,
    }),
    defineMenuAction<KeyRow>({
      id: 'rotate',
      label: 'Rotate…',
      icon: <RefreshCw />,
      permission: permissions[of].rotate,
      disabledReason: ({ newer }) =>
        newer ? 'A newer key has its place already. Rotate that one.' : null,
      run: rotate,
    }),
  ],
  [
    defineMenuAction<KeyRow>({
      id: 'end-old',
      label: 'End the old one now…',
      icon: <TimerOff />,
      permission: permissions[of].revoke,
      hidden: ({ older }) => !older,
      run: ({ older }) => void (older && revoke([older])),
    }),
    defineMenuAction<KeyRow>({
      id: 'revoke',
      label: 'Revoke…',
      icon: <Ban />,
      tone: 'destructive',
      permission: permissions[of].revoke,
      run: (apiKey) => void revoke([apiKey]),
    }),
  ],
]
