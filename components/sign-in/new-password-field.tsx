'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Field } from '@/components/form/field'
import { cn } from '@/components/ui/cn'
import { PasswordInput } from '@/components/ui/password-input'
import { countCharacters, passwordLength } from '@/lib/domain/password'

const { minimum } = passwordLength

/** How many characters the new password has, also when the browser filled it in before the page was ready. */
export function usePasswordLength() {
  const field = useRef<HTMLInputElement>(null)
  const [length, setLength] = useState(0)
  useEffect(() => setLength(countCharacters(field.current?.value ?? '')), [])
  return { field, length, count: (text: string) => setLength(countCharacters(text)) }
}

/** Why a form with a new password cannot be sent yet, for beside its button. Empty fields are told by the field. */
export function lengthReason(length: number): string | null {
  const missing = minimum - length
  if (length === 0 || missing <= 0) return null
  return `${missing} more ${missing === 1 ? 'character' : 'characters'} in the password`
}

type Props = {
  label?: string
  error: string | undefined
  field: RefObject<HTMLInputElement | null>
  length: number
  onText: (text: string) => void
}

export const NewPasswordField = ({ label = 'Password', error, field, length, onText }: Props) => (
  <Field
    label={label}
    required
    error={error}
    hint={`${minimum} characters or more, spaces too. Four or five unrelated words do well. Well-known passwords are refused.`}
  >
    {(control) => (
      <>
        <PasswordInput
          {...control}
          ref={field}
          name="password"
          autoComplete="new-password"
          className="h-9"
          onChange={(event) => onText(event.target.value)}
        />
        <Meter length={length} good={length >= minimum && !error} />
      </>
    )}
  </Field>
)

// For the eye: others have the rule in the hint and the fault in the error.
const Meter = ({ length, good }: { length: number; good: boolean }) => (
  <div aria-hidden className="flex items-center gap-2 text-foreground-2 text-xs tabular-nums">
    <div className="h-1 flex-1 overflow-hidden rounded-full bg-pressed">
      <div
        className={cn('h-full', good ? 'bg-success-mark' : 'bg-warning-mark')}
        style={{ width: `${Math.min(1, length / minimum) * 100}%` }}
      />
    </div>
    {length < minimum ? `${length} of ${minimum} characters` : `${length} characters`}
  </div>
)
