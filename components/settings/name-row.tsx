'use client'
import { useId } from 'react'
import { FieldError } from '@/components/form/field'
import { Input } from '@/components/ui/input'
import { NameConflict } from './name-conflict'
import { SettingsRow } from './settings-row'
import type { useTexts } from './use-texts'

type Props = {
  about: string
  autoComplete?: string
  /** Why it stays as it is; null: it can be changed. */
  reason: string | null
  texts: Omit<ReturnType<typeof useTexts<{ name: string }>>, 'changed'>
}

/** The name of an organization, a cloud or a project; a name that is taken and a name that somebody else changed are said below it. */
export function NameRow({ about, autoComplete = 'off', reason, texts }: Props) {
  const { values, input, problem, pending } = texts
  const id = useId()
  const stale = problem?.code === 'stale' ? problem : null
  const taken = problem?.code === 'conflict' ? problem.detail : undefined
  const fault = problem?.errors?.find(({ pointer }) => pointer.endsWith('/name'))?.detail ?? taken
  return (
    <SettingsRow label="Name" htmlFor={id} about={about}>
      <Input
        ref={input}
        id={id}
        dir="auto"
        spellCheck={false}
        autoComplete={autoComplete}
        maxLength={200}
        value={values.name}
        readOnly={reason !== null}
        onChange={(event) => texts.type({ name: event.target.value })}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}note`}
      />
      <div
        id={`${id}note`}
        aria-live="polite"
        className="mt-1.5 text-muted-foreground text-xs empty:hidden"
      >
        {fault ? <FieldError>{fault}</FieldError> : reason}
      </div>
      {stale && (
        <NameConflict
          problem={stale}
          yours={values.name}
          pending={pending}
          onKeepTheirs={texts.discard}
          onSaveMine={texts.save}
        />
      )}
    </SettingsRow>
  )
}
