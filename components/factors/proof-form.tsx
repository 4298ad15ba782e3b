'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useCanUsePasskeys } from '@/lib/client/passkeys'
import type { ActionResult } from '@/lib/domain/problems'
import { CodeForm } from './code-form'
import { PasskeyForm } from './passkey-form'
import { type Prove, type Way, wayLabels } from './ways'

type Props = {
  email: string
  ways: readonly Way[]
  beginPasskey: () => Promise<ActionResult<object>>
  prove: Prove
}

/** One way at a time, the best first; the others stand below it. */
export function ProofForm({ email, ways, beginPasskey, prove }: Props) {
  const passkeys = useCanUsePasskeys()
  const usable = ways.filter((way) => way !== 'passkey' || passkeys)
  const offered = usable.length > 0 ? usable : ways
  const [chosen, setChosen] = useState<Way | null>(null)
  const way = chosen ?? offered[0]
  if (!way) return null
  const others = offered.filter((other) => other !== way)
  return (
    <div className="flex flex-col gap-4">
      {way === 'passkey' ? (
        <PasskeyForm begin={beginPasskey} prove={prove} />
      ) : (
        <CodeForm key={way} way={way} email={email} prove={prove} />
      )}
      {others.length > 0 && (
        <ul aria-label="Other ways" className="flex flex-col items-start gap-1 border-t pt-3">
          {others.map((other) => (
            <li key={other}>
              <Button variant="link" className="tap" onClick={() => setChosen(other)}>
                {wayLabels[other]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
