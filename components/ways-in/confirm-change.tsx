'use client'
import { useState } from 'react'
import { Banner } from '@/components/feedback/banner'
import { FormProblem } from '@/components/sign-in/form-problem'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { answerOf } from '@/lib/client/answer-of'
import type { ProblemBody } from '@/lib/domain/problems'
import { confirmEmailChangeAction } from '@/lib/transport/actions/ways-in'

type Props = { token: string; from: string; to: string }
type Done = 'waiting' | 'changed' | 'stopped'

const done: Record<Done, { title: string; more: string }> = {
  waiting: {
    title: 'Confirmed',
    more: 'The other address has to confirm it too. Until then nothing changes.',
  },
  changed: { title: 'The address is changed', more: 'From now on you sign in with the new one.' },
  stopped: { title: 'Stopped', more: 'The address stays as it is. The links work no more.' },
}

/** Confirms a change of address for one of its two addresses, or stops it. */
export function ConfirmChange({ token, from, to }: Props) {
  const [pending, setPending] = useState<'confirm' | 'stop' | null>(null)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const [state, setState] = useState<Done | null>(null)
  const run = async (stop: boolean) => {
    if (pending) return
    setPending(stop ? 'stop' : 'confirm')
    const answer = await answerOf(() => confirmEmailChangeAction({ token, stop }))
    setPending(null)
    if (answer.ok) setState(answer.data.state)
    else setProblem(answer.problem)
  }
  if (state) {
    return (
      <div className="flex flex-col gap-4">
        <Banner tone="info" title={done[state].title}>
          {done[state].more}
        </Banner>
        <div>
          <LinkButton href="/account">Go to your account</LinkButton>
        </div>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <FormProblem problem={problem} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 border-y py-4 text-base">
        <dt className="text-muted-foreground">From</dt>
        <dd className="[overflow-wrap:anywhere]">{from}</dd>
        <dt className="text-muted-foreground">To</dt>
        <dd className="[overflow-wrap:anywhere]">{to}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          pending={pending === 'confirm'}
          pendingLabel="Confirming…"
          onClick={() => run(false)}
        >
          Confirm
        </Button>
        <Button pending={pending === 'stop'} pendingLabel="Stopping…" onClick={() => run(true)}>
          Stop the change
        </Button>
      </div>
    </div>
  )
}
