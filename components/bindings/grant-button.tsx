'use client'
import { Plus, Waypoints } from 'lucide-react'
import { useDenial } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { grantDenial, type Place } from './place'
import { useAccessDialogs } from './use-access-dialogs'

/** The buttons of both Access tabs: the question who can do something here, and giving a role. */
export function GrantButton({ place }: { place: Place }) {
  const { show } = useAccessDialogs()
  const asks = useDenial()('access.read_others') === null
  const permission = place.kind === 'cloud' ? 'project.create' : 'workload.run'
  return (
    <>
      {asks && (
        <LinkButton
          href={`/access/who-can?permission=${permission}&on=${place.id}`}
          prefetch={false}
          className="max-sm:hidden"
          icon={<Waypoints />}
        >
          Who can…
        </LinkButton>
      )}
      <Button
        variant="primary"
        icon={<Plus />}
        disabledReason={grantDenial(place)}
        onClick={() => show({ grant: '1' })}
      >
        {place.kind === 'cloud' ? 'Grant permission' : 'Add people'}
      </Button>
    </>
  )
}
