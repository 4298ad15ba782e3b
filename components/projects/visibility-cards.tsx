'use client'
import { Globe, Lock } from 'lucide-react'
import { useId } from 'react'
import { RadioCards } from '@/components/ui/radio-cards'
import type { Visibility } from './use-visibility'
import { VisibilityEffect } from './visibility-effect'

const options = [
  {
    value: 'public',
    label: 'Public',
    icon: <Globe />,
    description: 'Allow all users in this cloud to view and edit this project.',
  },
  {
    value: 'private',
    label: 'Private',
    icon: <Lock />,
    description: 'Only those given access below, and owners of the cloud and the organization.',
  },
] as const

/** Public or private, above who has access; what would change is said before it is done. */
export function VisibilityCards({ visibility }: { visibility: Visibility }) {
  const id = useId()
  // Whoever may not change it reads it in the title, and why under Settings.
  if (visibility.reason) return null
  return (
    <div className="flex shrink-0 flex-col gap-3 border-b px-(--gutter) py-3.5">
      <h2 id={id} className="sr-only">
        Who reaches this project
      </h2>
      <RadioCards
        aria-labelledby={id}
        options={options}
        value={visibility.value ? 'public' : 'private'}
        onValueChange={(value) => visibility.choose(value === 'public')}
      />
      <VisibilityEffect visibility={visibility} />
    </div>
  )
}
