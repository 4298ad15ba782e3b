'use client'
import { CalendarX2 } from 'lucide-react'
import { useDenial, useViewer } from '@/components/access/viewer'
import { Banner } from '@/components/feedback/banner'
import { notify } from '@/components/feedback/notify'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import { useCommand } from '@/lib/client/use-command'
import type { Deletion } from '@/lib/modules/organizations/organization'
import { stopDeletionAction } from '@/lib/transport/actions/organizations'

/** On every page, for everybody, while the end of the organization is coming. */
export function DeletionBanner({ deletion }: { deletion: Deletion }) {
  const { organizationName } = useViewer()
  const mayStop = useDenial()('organization.delete') === null
  return (
    <div className="px-(--gutter) pt-4">
      <Banner
        tone="error"
        icon={<CalendarX2 />}
        title={
          <>
            <bdi>{organizationName}</bdi> will be deleted:{' '}
            <Time at={deletion.dueAt} kind="end" className="whitespace-nowrap" />
          </>
        }
        action={mayStop && <StopDeletion />}
      >
        <bdi>{deletion.requestedBy.name}</bdi> asked for it. Everything of it goes then.{' '}
        {mayStop ? 'Any owner can stop it.' : 'Owners can stop it.'}
      </Banner>
    </div>
  )
}

export function StopDeletion() {
  const { organizationId, organizationName } = useViewer()
  const command = useCommand(stopDeletionAction, {
    organizationId,
    invalidates: ['organization.current', 'organization.details', 'overview.read', 'event.list'],
    onDone: () =>
      notify.done(
        <>
          Stopped. <bdi className="font-medium">{organizationName}</bdi> stays.
        </>,
      ),
  })
  const stop = async () => {
    const result = await command.run({})
    if (!result.ok) notify.problem(result.problem)
  }
  return (
    <Button pending={command.pending} pendingLabel="Stopping…" onClick={stop}>
      Stop deletion
    </Button>
  )
}
