'use client'
import { useState } from 'react'
import { StopDeletion } from '@/components/console-frame/deletion-banner'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { Time } from '@/components/ui/time'
import { deletionDays } from '@/lib/modules/organizations/organization-rules'
import type { Details } from './details'

const DeleteOrganization = lazily(() =>
  import('./delete-organization').then((m) => m.DeleteOrganization),
)

export function DangerZone({ details: { name, deletion } }: { details: Details }) {
  const [open, setOpen] = useState(false)
  return (
    <section
      aria-labelledby="danger-zone"
      className="mt-4 rounded-lg border border-destructive-line px-4 py-3.5"
    >
      <h2 id="danger-zone" className="font-semibold text-destructive-text text-sm tracking-normal">
        Danger zone
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          <h3 className="font-medium">Delete this organization</h3>
          <p className="text-foreground-2">
            {deletion ? (
              <>
                <bdi>{deletion.requestedBy.name}</bdi> asked for it. Everything is deleted on{' '}
                <Time at={deletion.dueAt} kind="end" className="font-medium" />. Any owner can stop
                it until then.
              </>
            ) : (
              `All people, keys, invitations and the audit log of it go. Takes effect after ${deletionDays} days; any owner can stop it until then.`
            )}
          </p>
        </div>
        {deletion ? (
          <StopDeletion />
        ) : (
          <Button className="text-destructive-text" onClick={() => setOpen(true)}>
            Delete organization…
          </Button>
        )}
      </div>
      {open && <DeleteOrganization name={name} onClose={() => setOpen(false)} />}
    </section>
  )
}
