'use client'
import { useQueryState } from 'nuqs'
import { useState } from 'react'
import { lazily } from '@/components/ui/lazily'
import { urlWord } from '@/lib/client/url-parsers'
import type { NewKey } from '../own-keys'
import type { FoundKeyRow } from './found-key'
import { useRevokeOfEverybody } from './use-revoke-of-everybody'

const FindKey = lazily(() => import('./find-key').then((m) => m.FindKey))
const RotateKey = lazily(() => import('../rotate-key').then((m) => m.RotateKey))
const KeyOnce = lazily(() => import('../key-once').then((m) => m.KeyOnce))

/** `?find=1`: the dialog that finds a leaked key, and what follows from it. */
export function useFindKey() {
  const [find, set] = useQueryState('find', urlWord(['1']))
  const [rotating, setRotating] = useState<FoundKeyRow | null>(null)
  const [made, setMade] = useState<NewKey | null>(null)
  const revoke = useRevokeOfEverybody()
  const close = () => void set(null, { history: 'replace' })
  const holder = rotating?.holder
  const account = holder?.kind === 'service_account' ? holder : undefined
  return {
    show: () => void set('1', { history: 'push' }),
    load: () => void FindKey.load(),
    dialogs: (
      <>
        {find && (
          <FindKey
            onClose={close}
            onRevoke={(key) => {
              close()
              void revoke([key])
            }}
            onRotate={(key) => {
              close()
              setRotating(key)
            }}
          />
        )}
        {rotating && !made && (
          <RotateKey apiKey={rotating} leaked onClose={() => setRotating(null)} onMade={setMade} />
        )}
        {made && (
          <KeyOnce
            made={made}
            account={account}
            onClose={() => {
              setMade(null)
              setRotating(null)
            }}
          />
        )}
      </>
    ),
  }
}
