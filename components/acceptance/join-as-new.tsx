'use client'
import { checks, newPasswordCheck } from '@/components/sign-in/checks'
import { FormProblem } from '@/components/sign-in/form-problem'
import { NameField } from '@/components/sign-in/name-field'
import {
  lengthReason,
  NewPasswordField,
  usePasswordLength,
} from '@/components/sign-in/new-password-field'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useFirstPasskey } from '@/components/sign-in/use-first-passkey'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { isolated } from '@/lib/domain/isolated'
import {
  acceptAsNewAction,
  acceptWithPasskeyAction,
  beginPasskeyAcceptanceAction,
} from '@/lib/transport/actions/acceptance'
import { InvitedEmail } from './invited-email'
import type { OfferProps } from './offer'

/** Somebody new: a name, and a password or a passkey. */
export function JoinAsNew({ token, offer }: OfferProps) {
  const { email, organizationName } = offer
  const { field, length, count } = usePasswordLength()
  const passkey = useFirstPasskey({ onSwitch: () => count('') })
  const password = newPasswordCheck({ email, organizationName })
  const form = useTicketForm({
    to: '/',
    checks: { name: checks.name, ...(!passkey.wanted && { password }) },
    action: ({ name = '', password = '' }) =>
      passkey.wanted
        ? passkey.make({
            begin: () => beginPasskeyAcceptanceAction({ token, name }),
            finish: (response) => acceptWithPasskeyAction({ token, name, response }),
          })
        : acceptAsNewAction({ token, name, password }),
  })
  return (
    <>
      <form {...form.props} className="flex flex-col gap-4">
        <FormProblem problem={form.problem} />
        <InvitedEmail email={email} />
        <NameField name="name" label="Name" error={form.errorOf('name')} />
        {!passkey.wanted && (
          <NewPasswordField
            error={form.errorOf('password')}
            field={field}
            length={length}
            onText={count}
          />
        )}
        {passkey.choice}
        <SubmitLine
          label={`Join ${isolated(organizationName)}`}
          pendingLabel="Joining…"
          pending={form.pending}
          reason={lengthReason(length)}
        />
      </form>
      {passkey.codes}
    </>
  )
}
