'use client'
import { type FormEvent, useRef, useState } from 'react'
import { type ControlProps, Field } from '@/components/form/field'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import type { ProblemBody } from '@/lib/domain/problems'
import type { Prove, Way } from './ways'

type Typed = Exclude<Way, 'passkey'>
type Props = { way: Typed; email: string; prove: Prove }

const labels: Record<Typed, { label: string; hint: string; empty: string }> = {
  password: { label: 'Password', hint: '', empty: 'Enter your password.' },
  totp: {
    label: 'Code',
    hint: 'The six digits that your authenticator app shows now.',
    empty: 'Enter the code.',
  },
  recovery_code: {
    label: 'Recovery code',
    hint: 'One of the ten that you stored. Each serves once.',
    empty: 'Enter a recovery code.',
  },
}

/** What somebody types to show who they are. */
export function CodeForm({ way, email, prove }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<string | undefined>()
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const { label, hint, empty } = labels[way]
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // it may stand in a dialog that a form has opened
    if (pending) return
    const text = field.current?.value ?? ''
    setFault(text.trim() === '' ? empty : undefined)
    if (text.trim() === '') return field.current?.focus()
    setPending(true)
    setProblem(null)
    const refusal = await prove(way === 'password' ? { way, password: text } : { way, code: text })
    setPending(false)
    setProblem(refusal)
    if (refusal) field.current?.select()
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormProblem problem={problem} />
      {way === 'password' && (
        <input hidden readOnly name="username" autoComplete="username" value={email} />
      )}
      <Field label={label} hint={hint} error={fault} required>
        {(control) => <Typing way={way} control={control} field={field} />}
      </Field>
      <SubmitLine label="Confirm" pendingLabel="Confirming…" pending={pending} />
    </form>
  )
}

type TypingProps = {
  way: Typed
  control: ControlProps
  field: React.RefObject<HTMLInputElement | null>
}

const Typing = ({ way, control, field }: TypingProps) =>
  way === 'password' ? (
    <PasswordInput
      {...control}
      ref={field}
      data-autofocus
      autoFocus
      name="password"
      autoComplete="current-password"
      className="h-9"
    />
  ) : (
    <Input
      {...control}
      ref={field}
      data-autofocus
      autoFocus
      name="code"
      autoComplete={way === 'totp' ? 'one-time-code' : 'off'}
      inputMode={way === 'totp' ? 'numeric' : 'text'}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      className="h-9 font-mono tracking-wide"
    />
  )
