'use client'
import { Ban } from 'lucide-react'
import type { ConsequenceGroup } from '@/components/feedback/consequence-groups'
import { defineMenuAction } from '@/components/menu/menu-action'
import { Time } from '@/components/ui/time'
import type { ActionResult } from '@/lib/domain/problems'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { LastSix } from './key-columns'

type Revoke = (input: { keyId: string }) => Promise<ActionResult<unknown>>

/** What may be done with a key: it is never changed or shown again, only ended. */
export const keyActions = (revoke: Revoke) => [
  [
    defineMenuAction<ApiKey>({
      id: 'revoke',
      label: 'Revoke…',
      icon: <Ban />,
      tone: 'destructive',
      permission: 'api_key.revoke_own',
      run: async (apiKey, { confirm, notify }) => {
        const done = await confirm({
          title: `Revoke ${apiKey.name}?`,
          groups: consequences(apiKey),
          verb: 'Revoke key',
          pendingVerb: 'Revoking…',
          tone: 'destructive',
          action: () => revoke({ keyId: apiKey.id }),
        })
        if (!done) return
        notify.done(
          <>
            Revoked <bdi className="font-medium">{apiKey.name}</bdi>
          </>,
        )
      },
    }),
  ],
]

const consequences = (apiKey: ApiKey): ConsequenceGroup[] => [
  {
    kind: 'ends',
    body: (
      <>
        The key <LastSix apiKey={apiKey} /> is refused from its next request on. It can’t be brought
        back.
      </>
    ),
  },
  ...(apiKey.lastUsedAt
    ? [
        {
          kind: 'breaks' as const,
          body: (
            <>
              Every program that still sends it. Last used: <Time at={apiKey.lastUsedAt} />.
            </>
          ),
        },
      ]
    : []),
  {
    kind: 'stays',
    body: apiKey.lastUsedAt
      ? 'Your other keys, and your own sign-in.'
      : 'Everything else. This key was not used yet.',
  },
]
