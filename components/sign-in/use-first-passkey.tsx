'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { makePasskey, useCanUsePasskeys } from '@/lib/client/passkeys'
import type { ActionResult } from '@/lib/domain/problems'
import type { FurtherStep } from './go-on'

const RecoveryCodes = lazily(() =>
  import('@/components/factors/recovery-codes').then((m) => m.RecoveryCodes),
)

type Response = Extract<Awaited<ReturnType<typeof makePasskey>>, { ok: true }>['data']
type Made = { next: FurtherStep; recoveryCodes: string[] }
type Asking = {
  begin: () => Promise<ActionResult<object>>
  finish: (response: Response) => Promise<ActionResult<Made>>
}

/** A new account's choice between a password and a passkey. `codes` stands beside the form, not in it. */
export function useFirstPasskey({ onSwitch }: { onSwitch: () => void }) {
  const usable = useCanUsePasskeys()
  const [wanted, setWanted] = useState(false)
  const [shown, setShown] = useState<{ codes: string[]; close: () => void } | null>(null)

  /** Has the passkey made, and goes on when its recovery codes are stored. */
  const make = async ({ begin, finish }: Asking): Promise<ActionResult<FurtherStep>> => {
    const begun = await begin()
    if (!begun.ok) return begun
    const answer = await makePasskey(begun.data)
    if (!answer.ok) return answer
    const made = await finish(answer.data)
    if (!made.ok) return made
    await new Promise<void>((close) => setShown({ codes: made.data.recoveryCodes, close }))
    setShown(null)
    return { ok: true, data: made.data.next }
  }
  const change = () => {
    setWanted(!wanted)
    onSwitch()
  }
  return {
    wanted,
    make,
    choice: usable && (
      <div className="flex flex-col gap-2">
        {wanted && (
          <p className="text-foreground-2">
            Your device or security key asks for your finger, face or PIN. You need no password.
          </p>
        )}
        <Button variant="link" className="self-start text-base" onClick={change}>
          {wanted ? 'Choose a password instead' : 'Use a passkey instead'}
        </Button>
      </div>
    ),
    codes: shown && <RecoveryCodes codes={shown.codes} onClose={shown.close} />,
  }
}
