'use client'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { grantDenial, type Place } from './place'
import { useAccessDialogs } from './use-access-dialogs'

/** The primary button of both Access tabs. */
export function GrantButton({ place }: { place: Place }) {
  const { show } = useAccessDialogs()
  return (
    <Button
      variant="primary"
      icon={<Plus />}
      disabledReason={grantDenial(place)}
      onClick={() => show({ grant: '1' })}
    >
      {place.kind === 'cloud' ? 'Grant permission' : 'Add people'}
    </Button>
  )
}
