'use client'
import { type ReactNode, useState } from 'react'
import { useDenial } from '@/components/access/viewer'
import { useDrawer } from '@/components/layout/use-drawer'
import { Button } from '@/components/ui/button'
import { DialogFooter } from '@/components/ui/dialog'
import { lazily } from '@/components/ui/lazily'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import type { ApiKeyDetail } from '@/lib/modules/api-keys/api-key-detail'
import type { AccountHolder } from './key-holder'
import type { NewKey } from './own-keys'
import { useCreateDialog } from './use-create-dialog'

const CreateKey = lazily(() => import('./create-key').then((m) => m.CreateKey), { soon: true })
const KeyOnce = lazily(() => import('./key-once').then((m) => m.KeyOnce), { soon: true })
const RotateKey = lazily(() => import('./rotate-key').then((m) => m.RotateKey), { soon: true })
const KeyDetail = lazily(() => import('./key-detail').then((m) => m.KeyDetail), { soon: true })

/**
 * What is done with keys, one's own or a service account's: create (`?create=1`), rotate, look (`?key=`), and the one showing of
 * a new one, which is kept in memory alone, so that a reload never shows it again.
 */
export function useKeyDialogs(account?: AccountHolder) {
  const drawer = useDrawer('key')
  const creation = useCreateDialog()
  const denial = useDenial()
  const [rotating, setRotating] = useState<ApiKey | null>(null)
  const [made, setMade] = useState<NewKey | null>(null)
  const isLive = ({ revokedAt, expiresAt }: ApiKey) =>
    !revokedAt && (expiresAt === null || Date.parse(expiresAt) > Date.now())
  const footer = (key: ApiKeyDetail) =>
    isLive(key) &&
    !key.replacedBy && (
      <DialogFooter>
        <Button
          disabledReason={denial(account ? 'api_key.create_for_account' : 'api_key.create_own')}
          onClick={() => {
            setRotating(key) // shown once the drawer is gone
            drawer.close()
          }}
        >
          Rotate…
        </Button>
      </DialogFooter>
    )
  const dialogs: ReactNode = (
    <>
      {creation.isOpen && !made && (
        <CreateKey
          account={account}
          onClose={creation.close}
          onMade={(key) => {
            setMade(key)
            creation.close()
          }}
        />
      )}
      {rotating && !drawer.id && (
        <RotateKey
          apiKey={rotating}
          onClose={() => setRotating(null)}
          onMade={(key) => {
            setRotating(null)
            setMade(key)
          }}
        />
      )}
      {made && <KeyOnce made={made} account={account} onClose={() => setMade(null)} />}
      {drawer.id && <KeyDetail keyId={drawer.id} onClose={drawer.close} footer={footer} />}
    </>
  )
  return {
    create: creation.show,
    rotate: (key: ApiKey) => setRotating(key),
    open: ({ id }: Pick<ApiKey, 'id'>) => drawer.open(id),
    isShown: made !== null,
    dialogs,
  }
}
