'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { LinkRequestForm } from '@/components/ways-in/link-request-form'
import { requestInvitationAction } from '@/lib/transport/actions/acceptance'

type Props = { organizationId: string; email?: string }

/** For whoever an invitation waits for: its mail once more. What comes of it is the same for everybody else. */
export function AskInvitation({ organizationId, email }: Props) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <Button variant="link" className="text-base" onClick={() => setOpen(true)}>
        Have the invitation mailed again
      </Button>
    )
  }
  return (
    <div className="mt-3">
      <LinkRequestForm
        action={(address) => requestInvitationAction({ email: address, organizationId })}
        label="Mail the invitation"
        sent="If an invitation by mail waits for this address, it is on its way, with a new link. Earlier links of it stop working."
        email={email}
      />
    </div>
  )
}
