'use client'
import { useState } from 'react'
import { StopDeletion } from '@/components/console-frame/deletion-banner'
import { lazily } from '@/components/ui/lazily'
import { Time } from '@/components/ui/time'
import { deletionDays } from '@/lib/modules/organizations/organization-rules'
import { Danger } from './danger'
import type { Details } from './details'

const DeleteOrganization = lazily(() =>
  import('./delete-organization').then((m) => m.DeleteOrganization),
)

export function DangerZone({ details: { name, deletion } }: { details: Details }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Danger
        title="Delete this organization"
        verb="Delete organization…"
        reason={null}
        onAsk={() => setOpen(true)}
        instead={deletion && <StopDeletion />}
      >
        {deletion ? (
          <>
            <bdi>{deletion.requestedBy.name}</bdi> asked for it. Everything is deleted on{' '}
            <Time at={deletion.dueAt} kind="end" className="font-medium" />. Any owner can stop it
            until then.
          </>
        ) : (
          `All people, keys, invitations and the audit log of it go. Takes effect after ${deletionDays} days; any owner can stop it until then.`
        )}
      </Danger>
      {open && <DeleteOrganization name={name} onClose={() => setOpen(false)} />}
    </>
  )
}
