'use client'
import { type Ref, useId } from 'react'
import { FieldError } from '@/components/form/field'
import { NameConflict } from '@/components/settings/name-conflict'
import { SettingsRow } from '@/components/settings/settings-row'
import { Input } from '@/components/ui/input'
import type { ProblemBody } from '@/lib/domain/problems'

type Props = {
  about: string
  value: string
  input?: Ref<HTMLInputElement>
  /** Why it stays as it is; null: it can be changed. */
  reason: string | null
  problem: ProblemBody | null
  pending: boolean
  onType: (name: string) => void
  onDiscard: () => void
  onSave: (presentVersion: number) => void
}

/** The name of a cloud or a project; a name that is taken and a name that somebody else changed are said below it. */
export function NameRow({ about, value, input, reason, problem, pending, ...on }: Props) {
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
        autoComplete="off"
        maxLength={200}
        value={value}
        readOnly={reason !== null}
        onChange={(event) => on.onType(event.target.value)}
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
          yours={value}
          pending={pending}
          onKeepTheirs={on.onDiscard}
          onSaveMine={on.onSave}
        />
      )}
    </SettingsRow>
  )
}
