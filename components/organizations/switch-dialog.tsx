'use client'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { leave } from '@/lib/client/leaving'
import { problemOf } from '@/lib/client/problem-error'
import type { OrganizationSeat } from '@/lib/modules/sessions/organization-seat'
import { NewOrganization } from './new-organization'
import { OrganizationChoices } from './organization-choices'
import { ownOrganizationsQuery } from './own-organizations'
import { useSwitch } from './use-switch'

/** One’s organizations, to go to another one; the present session ends there. */
export function SwitchDialog({ onClose }: { onClose: () => void }) {
  const { organizationId, email } = useViewer()
  const [making, setMaking] = useState(false)
  const { run, pending, problem } = useSwitch()
  const { data, error } = useQuery({ ...ownOrganizationsQuery(organizationId), staleTime: 0 })
  if (making) return <NewOrganization onClose={onClose} />
  const choose = (row: OrganizationSeat) => {
    if (row.organizationId === organizationId) onClose()
    else leave(() => void run(row.organizationId))
  }
  const shown = problem ?? (error ? problemOf(error) : null)
  return (
    <Dialog
      open
      onOpenChange={() => pending === null && onClose()}
      title="Switch organization"
      description={
        <>
          <bdi>{email}</bdi>. You work in one organization at a time.
        </>
      }
      size="small"
      footer={
        data?.creation && (
          <DialogFooter note={data.creation.denial}>
            <Button
              icon={<Plus />}
              disabledReason={data.creation.denial}
              onClick={() => setMaking(true)}
            >
              New organization…
            </Button>
          </DialogFooter>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={shown} />
        {data ? (
          <OrganizationChoices
            rows={data.rows}
            current={organizationId}
            pending={pending}
            onChoose={choose}
          />
        ) : (
          !error && (
            <p role="status" className="py-3 text-muted-foreground">
              Loading…
            </p>
          )
        )}
      </div>
    </Dialog>
  )
}
