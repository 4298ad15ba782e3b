'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { FormDialog } from '@/components/form/form-dialog'
import { newPasswordCheck } from '@/components/sign-in/checks'
import {
  lengthReason,
  NewPasswordField,
  usePasswordLength,
} from '@/components/sign-in/new-password-field'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { changePasswordAction } from '@/lib/transport/actions/account'
import { ownAccount } from './own-account'

/** A new password of one's own; the server asks for a fresh proof of who one is. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { organizationId, email, name } = useViewer()
  const { field, length, count } = usePasswordLength()
  const [fault, setFault] = useState<string | null>(null)
  const command = useCommand(changePasswordAction, {
    organizationId,
    invalidates: [ownAccount, 'session.list_own'],
    onDone: ({ ended }) => {
      notify.done(
        ended > 0
          ? `Changed your password, ended ${plural(ended, 'other session')}`
          : 'Changed your password',
      )
      onClose()
    },
  })
  const told = fault ?? command.problem?.errors?.[0]?.detail
  const submit = () => {
    const text = field.current?.value ?? ''
    const wrong = newPasswordCheck({ email, personName: name })(text)
    setFault(wrong)
    if (wrong) field.current?.focus()
    else void command.run({ password: text })
  }
  const reason = lengthReason(length)
  return (
    <FormDialog
      open
      title="Change password"
      description="Other browsers are signed out, in every organization. Your API keys keep working."
      onClose={onClose}
      onSubmit={submit}
      error={command.problem?.errors ? null : command.problem}
      pending={command.pending}
      dirty={length > 0}
      submitLabel="Change password"
      pendingLabel="Changing…"
      submitReason={reason}
      note={reason}
    >
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <NewPasswordField
        label="New password"
        error={told}
        field={field}
        length={length}
        onText={(text) => {
          count(text)
          setFault(null)
        }}
      />
    </FormDialog>
  )
}
