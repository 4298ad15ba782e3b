'use client'
import { KeyRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FormProblem } from '@/components/sign-in/form-problem'
import { goOn } from '@/components/sign-in/go-on'
import { Button } from '@/components/ui/button'
import { answerOf } from '@/lib/client/answer-of'
import { askPasskey, canAutofillPasskeys, useCanUsePasskeys } from '@/lib/client/passkeys'
import type { ProblemBody } from '@/lib/domain/problems'
import { beginPasskeySignInAction, signInWithPasskeyAction } from '@/lib/transport/actions/sign-in'

type Props = { to: string; organizationId: string | null }
type Signed = Parameters<typeof signInWithPasskeyAction>[0]['response']

/** A passkey alone signs in: by this button, or chosen from what the browser fills into the email field. */
export function PasskeySignIn({ to, organizationId }: Props) {
  const usable = useCanUsePasskeys()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  // One way at a time: two answers at once would be two sign-ins, the later of which replaces the other's session.
  const going = useRef(false)

  useEffect(() => {
    let here = true
    const offer = async () => {
      if (!(await canAutofillPasskeys()) || !here) return
      const begun = await answerOf<object>(beginPasskeySignInAction)
      if (!begun.ok || !here) return
      const answer = await askPasskey(begun.data, { autofill: true })
      // The button asks by itself, and ends this one.
      if (!answer.ok || !here || going.current) return
      going.current = true
      setProblem(await finish(answer.data, to, organizationId))
      going.current = false
    }
    void offer()
    return () => {
      here = false
    }
  }, [to, organizationId])

  const ask = async () => {
    if (going.current) return
    going.current = true
    setPending(true)
    setProblem(null)
    const begun = await answerOf<object>(beginPasskeySignInAction)
    const answer = begun.ok ? await askPasskey(begun.data) : begun
    setProblem(answer.ok ? await finish(answer.data, to, organizationId) : answer.problem)
    setPending(false)
    going.current = false
  }
  if (!usable) return null
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Button
        size="large"
        className="w-full"
        icon={<KeyRound />}
        pending={pending}
        pendingLabel="Waiting for your passkey…"
        onClick={ask}
      >
        Sign in with a passkey
      </Button>
      <FormProblem problem={problem} />
    </div>
  )
}

/** Resolves only when it was refused: else the page is leaving. */
async function finish(response: Signed, to: string, organizationId: string | null) {
  const given = { response, ...(organizationId && { organizationId }) }
  const answer = await answerOf(() => signInWithPasskeyAction(given))
  return answer.ok ? goOn(answer.data, to) : answer.problem
}
