'use client'
import { useState } from 'react'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { Button } from '@/components/ui/button'
import { CheckboxLine } from '@/components/ui/checkbox'
import { useCommand } from '@/lib/client/use-command'
import { allowLoginAction, refuseLoginAction } from '@/lib/transport/actions/logins'

type Props = {
  code: string
  organizationId: string
  onAnswer: (answer: 'allowed' | 'refused') => void
}

export function AnswerLogin({ code, organizationId, onAnswer }: Props) {
  const [readOnly, setReadOnly] = useState(false)
  const options = { organizationId, invalidates: [] }
  const allow = useCommand(allowLoginAction, { ...options, onDone: () => onAnswer('allowed') })
  const refuse = useCommand(refuseLoginAction, { ...options, onDone: () => onAnswer('refused') })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!refuse.pending) void allow.run({ code, readOnly })
      }}
    >
      <FormProblem problem={allow.problem ?? refuse.problem} />
      <CheckboxLine id="login-read-only" checked={readOnly} onCheckedChange={setReadOnly}>
        Read only: it looks, and changes nothing. Else it may do everything you may.
      </CheckboxLine>
      <div className="flex flex-col gap-2">
        <SubmitLine label="Allow" pendingLabel="Allowing…" pending={allow.pending} />
        <Button
          pending={refuse.pending}
          pendingLabel="Refusing…"
          onClick={() => {
            if (!allow.pending) void refuse.run({ code })
          }}
        >
          Refuse
        </Button>
      </div>
    </form>
  )
}
