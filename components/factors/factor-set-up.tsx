'use client'
import { KeyRound, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { notify } from '@/components/feedback/notify'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { useCanUsePasskeys } from '@/lib/client/passkeys'
import { isolated } from '@/lib/domain/isolated'
import type { AddedFactor } from './own-factors'

const AddPasskey = lazily(() => import('./add-passkey').then((m) => m.AddPasskey))
const SetUpApp = lazily(() => import('./set-up-app').then((m) => m.SetUpApp))
const RecoveryCodes = lazily(() => import('./recovery-codes').then((m) => m.RecoveryCodes))

type Props = {
  organizationId: string
  /** Once it is set up, and the recovery codes of the first one are stored. */
  onDone?: () => void
}

/** The two buttons that set something up, with their dialogs and the recovery codes after the first. */
export function FactorSetUp({ organizationId, onDone }: Props) {
  const [open, setOpen] = useState<'passkey' | 'totp' | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const usable = useCanUsePasskeys()
  const added = ({ factor, recoveryCodes }: AddedFactor) => {
    setOpen(null)
    notify.done(<>Set up {isolated(factor.name)}</>)
    if (recoveryCodes) setCodes(recoveryCodes)
    else onDone?.()
  }
  const dialog = { organizationId, onAdded: added, onClose: () => setOpen(null) }
  return (
    <div className="flex flex-wrap gap-2 pt-3">
      <Button
        icon={<KeyRound />}
        disabledReason={
          usable ? null : 'Passkeys need https and a browser that has them. Use an app instead.'
        }
        onClick={() => setOpen('passkey')}
      >
        Add a passkey…
      </Button>
      <Button icon={<Smartphone />} onClick={() => setOpen('totp')}>
        Set up an authenticator app…
      </Button>
      {open === 'passkey' && <AddPasskey {...dialog} />}
      {open === 'totp' && <SetUpApp {...dialog} />}
      {codes && (
        <RecoveryCodes
          codes={codes}
          onClose={() => {
            setCodes(null)
            onDone?.()
          }}
        />
      )}
    </div>
  )
}
