'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Banner } from '@/components/feedback/banner'
import { Field } from '@/components/form/field'
import { checks } from '@/components/sign-in/checks'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { answerOf } from '@/lib/client/answer-of'
import type { ActionResult, ProblemBody } from '@/lib/domain/problems'

type Props = {
  action: (email: string) => Promise<ActionResult<object>>
  /** On the button. */
  label: string
  /** What comes of it, the same whether or not the address is known. */
  sent: string
  email?: string
}

/** One address, and a link that is mailed to it. */
export function LinkRequestForm({ action, label, sent, email = '' }: Props) {
  const [state, setState] = useState<'idle' | 'pending' | 'sent'>('idle')
  const [to, setTo] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (fault) input.current?.focus()
  }, [fault])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state === 'pending') return
    const text = input.current?.value ?? ''
    const wrong = checks.email(text)
    setFault(wrong)
    setProblem(null)
    if (wrong) return
    setState('pending')
    const answer = await answerOf(() => action(text))
    const told = answer.ok ? null : answer.problem.errors?.[0]?.detail
    if (told) setFault(told)
    else if (!answer.ok) setProblem(answer.problem)
    setTo(text.trim())
    setState(answer.ok ? 'sent' : 'idle')
  }
  if (state === 'sent') {
    return (
      <div className="flex flex-col gap-4">
        <Banner tone="info" title={`Look at the mailbox of ${to}.`}>
          {sent}
        </Banner>
        <div>
          <Button onClick={() => setState('idle')}>Ask for another link</Button>
        </div>
      </div>
    )
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormProblem problem={problem} />
      <Field label="Email" required error={fault ?? undefined}>
        {(control) => (
          <Input
            {...control}
            ref={input}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            defaultValue={to || email}
            onChange={() => setFault(null)}
            className="h-9"
          />
        )}
      </Field>
      <SubmitLine label={label} pendingLabel="Asking…" pending={state === 'pending'} />
    </form>
  )
}
