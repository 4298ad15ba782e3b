'use client'
import { useId } from 'react'
import { FieldError } from '@/components/form/field'
import { Switch } from '@/components/ui/switch'
import { SettingsRow } from './settings-row'
import type { useNewPeople } from './use-new-people'

/** What people get who join: the role, and how much a cloud that adds everybody lets them do. */
export function NewPeople({ form }: { form: ReturnType<typeof useNewPeople> }) {
  const id = useId()
  const { problem } = form
  return (
    <SettingsRow label="New people" about="What somebody gets who joins.">
      <p>
        Collaborator of the organization. Owner can’t be a default: an invitation names it, or an
        owner gives it later.
      </p>
      <div className="mt-3 flex items-start gap-2.5">
        <Switch
          id={id}
          checked={form.readOnly}
          aria-describedby={`${id}note`}
          onCheckedChange={form.set}
        />
        <div className="min-w-0">
          <label htmlFor={id} className="font-medium">
            New people may look, not touch
          </label>
          <p id={`${id}note`} className="text-foreground-2">
            Clouds that add everybody by themselves give new people Read only instead of
            Collaborator. People who are here keep what they have.
          </p>
          {problem && <FieldError>{problem.detail}</FieldError>}
        </div>
      </div>
    </SettingsRow>
  )
}
