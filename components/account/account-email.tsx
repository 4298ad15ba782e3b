'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Banner } from '@/components/feedback/banner'
import { notify } from '@/components/feedback/notify'
import { SettingsRow } from '@/components/settings/settings-row'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Time } from '@/components/ui/time'
import { useCommand } from '@/lib/client/use-command'
import { cancelEmailChangeAction } from '@/lib/transport/actions/account'
import { ChangeEmail } from './change-email'
import { type OwnAccount, ownAccount, useOwnAccount } from './own-account'

/** One's own address, and a change of it that waits for the two addresses. */
export function AccountEmail() {
  const { email } = useViewer()
  const account = useOwnAccount()
  const [open, setOpen] = useState(false)
  const reason =
    account?.mail === false
      ? 'Mail is not set up on this server, so two addresses can’t be confirmed.'
      : null
  return (
    <SettingsRow label="Email" about="You sign in with it, in every organization you are in.">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <CopyField value={account?.email ?? email} label="email" className="min-w-48 flex-1" />
          <Button disabledReason={reason} onClick={() => setOpen(true)}>
            Change…
          </Button>
        </div>
        {account?.emailChange && <Waiting change={account.emailChange} />}
      </div>
      {open && <ChangeEmail onClose={() => setOpen(false)} />}
    </SettingsRow>
  )
}

function Waiting({ change }: { change: NonNullable<OwnAccount['emailChange']> }) {
  const { organizationId } = useViewer()
  const cancel = useCommand(cancelEmailChangeAction, {
    organizationId,
    invalidates: [ownAccount],
    onDone: () => notify.done('Gave up the change of your address'),
  })
  const { newEmail, oldConfirmed, newConfirmed, expiresAt } = change
  const missing = [
    ...(oldConfirmed ? [] : ['your present address']),
    ...(newConfirmed ? [] : ['the new one']),
  ].join(' and ')
  return (
    <Banner
      tone="info"
      title={
        <>
          It is to become <bdi>{newEmail}</bdi>.
        </>
      }
      action={
        <Button
          pending={cancel.pending}
          pendingLabel="Giving up…"
          onClick={() => void cancel.run({})}
        >
          Give up
        </Button>
      }
    >
      Waits for the links that were mailed to {missing}, until <Time at={expiresAt} kind="end" />.
      Until then nothing changes.
    </Banner>
  )
}
