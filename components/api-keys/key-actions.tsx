'use client'
import { Ban } from 'lucide-react'
import { defineMenuAction } from '@/components/menu/menu-action'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'

type Revoke = (keys: readonly ApiKey[]) => Promise<void>

/** What may be done with a live key: it is never changed or shown again, only ended. */
export const keyActions = (revoke: Revoke) => [
  [
    defineMenuAction<ApiKey>({
      id: 'revoke',
      label: 'Revoke…',
      icon: <Ban />,
      tone: 'destructive',
      permission: 'api_key.revoke_own',
      run: (apiKey) => void revoke([apiKey]),
    }),
  ],
]
