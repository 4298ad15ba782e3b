'use client'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { FormProblem } from '@/components/sign-in/form-problem'
import { Button } from '@/components/ui/button'
import { askPasskey } from '@/lib/client/passkeys'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'
import type { Prove } from './ways'

type Props = { begin: () => Promise<ActionResult<object>>; prove: Prove }

/** Asks the browser, which asks the person. */
export function PasskeyForm({ begin, prove }: Props) {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const ask = async () => {
    setPending(true)
    setProblem(null)
    setProblem(await proven())
    setPending(false)
  }
  async function proven(): Promise<ProblemBody | null> {
    const begun = await begin()
    if (!begun.ok) return begun.problem
    const answer = await askPasskey(begun.data)
    if (!answer.ok) return answer.problem
    return prove({ way: 'passkey', response: answer.data })
  }
  return (
    <div className="flex flex-col gap-4">
      <FormProblem problem={problem} />
      <p className="text-foreground-2">
        Your device or security key asks for your finger, face or PIN.
      </p>
      <Button
        data-autofocus
        variant="primary"
        size="large"
        className="w-full"
        icon={<KeyRound />}
        pending={pending}
        pendingLabel="Waiting for your passkey…"
        onClick={ask}
      >
        Use a passkey
      </Button>
    </div>
  )
}
