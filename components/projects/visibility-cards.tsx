'use client'
import { FieldGroup } from '@/components/form/field'
import type { ProjectRow } from '@/components/resources/shapes'
import { RadioCards } from '@/components/ui/radio-cards'
import { useVisibility } from './use-visibility'
import { VisibilityEffect } from './visibility-effect'

const options = [
  {
    value: 'public',
    label: 'Public',
    description: 'Allow all users in this cloud to view and edit this project.',
  },
  {
    value: 'private',
    label: 'Private',
    description: 'Only those given access below, and owners of the cloud and the organization.',
  },
] as const

/** Public or private, above who has access; what would change is said before it is done. */
export function VisibilityCards({ project }: { project: ProjectRow }) {
  const visibility = useVisibility(project)
  // Whoever may not change it reads it in the title, and why under Settings.
  if (visibility.reason) return null
  return (
    <div className="flex shrink-0 flex-col gap-3 border-b px-(--gutter) py-3.5">
      <FieldGroup label="Who reaches this project">
        {(group) => (
          <RadioCards
            {...group}
            options={options}
            value={visibility.value ? 'public' : 'private'}
            onValueChange={(value) => visibility.choose(value === 'public')}
          />
        )}
      </FieldGroup>
      <VisibilityEffect visibility={visibility} />
    </div>
  )
}
