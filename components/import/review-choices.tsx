'use client'
import { useId } from 'react'
import { FieldGroup } from '@/components/form/field'
import { CheckboxLine } from '@/components/ui/checkbox'
import { RadioCards } from '@/components/ui/radio-cards'
import { formatCount, plural } from '@/lib/client/words'
import { type Choice, ownersIn } from './plan'
import type { Source } from './source'

type Props = {
  source: Source
  /** How many of the file's addresses have an invitation now, whatever is chosen. */
  invited: number
  choice: Choice
  onChange: (choice: Choice) => void
}

/** What is asked and not assumed: power for many at once, and links in place of those that are out there. */
export function ReviewChoices({ source, invited, choice, onChange }: Props) {
  const id = useId()
  const owners = ownersIn(source.rows)
  return (
    <>
      {source.hasRoles && (
        <FieldGroup label="Organization role">
          {(group) => (
            <RadioCards
              {...group}
              value={choice.rolesOfFile ? 'file' : 'collaborator'}
              onValueChange={(value) => onChange({ ...choice, rolesOfFile: value === 'file' })}
              options={[
                {
                  value: 'collaborator',
                  label: 'Everyone as collaborator',
                  description: 'The roles in the file are not used.',
                },
                {
                  value: 'file',
                  label: `As the file says (${plural(owners, 'owner')})`,
                  description: 'Rows that name no role join as collaborator.',
                },
              ]}
            />
          )}
        </FieldGroup>
      )}
      {invited > 0 && (
        <CheckboxLine
          id={id}
          checked={choice.again}
          onCheckedChange={(again) => onChange({ ...choice, again })}
        >
          Send a new link to{' '}
          {invited === 1
            ? 'the one who is invited already. The earlier link stops working.'
            : `the ${formatCount(invited)} who are invited already. The earlier links stop working.`}
        </CheckboxLine>
      )}
    </>
  )
}
