'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Banner } from '@/components/feedback/banner'
import { notify } from '@/components/feedback/notify'
import { SettingsRow } from '@/components/settings/settings-row'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Time } from '@/components/ui/time'
import { answerOf } from '@/lib/client/answer-of'
import { useCommand } from '@/lib/client/use-command'
import { cancelEmailChangeAction } from '@/lib/transport/actions/account'
import { requestPasswordResetAction } from '@/lib/transport/actions/ways-in'
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
        {account?.mail && !account.proven && <Unproven email={account.email} />}
      </div>
      {open && <ChangeEmail onClose={() => setOpen(false)} />}
    </SettingsRow>
  )
}

/** The account of one organization alone: a mailed link, which asks for a password, makes it the one of its address. */
function Unproven({ email }: { email: string }) {
  const [state, setState] = useState<'idle' | 'pending' | 'sent'>('idle')
  const ask = async () => {
    setState('pending')
    const answer = await answerOf(() => requestPasswordResetAction({ email }))
    setState(answer.ok ? 'sent' : 'idle')
    if (answer.ok) notify.done('Mailed a link to your address')
    else notify.problem(answer.problem)
  }
  return (
    <Banner
      tone="info"
      title="Nobody has confirmed this address by a mail yet."
      action={
        <Button pending={state === 'pending'} pendingLabel="Asking…" onClick={ask}>
          {state === 'sent' ? 'Mail another link' : 'Mail me a link'}
        </Button>
      }
    >
      So your account exists for this organization alone. By the link you choose a new password, and
      it becomes the one account of the address.
    </Banner>
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
      Waiting for the links that were mailed to {missing}. Until then nothing changes. Ends{' '}
      <Time at={expiresAt} kind="end" />.
    </Banner>
  )
}
