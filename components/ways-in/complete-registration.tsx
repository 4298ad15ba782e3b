'use client'
import { useState } from 'react'
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
import {
  beginPasskeyRegistrationAction,
  completeRegistrationAction,
  registerWithPasskeyAction,
} from '@/lib/transport/actions/ways-in'
import { KnownEmail } from './known-email'

type Props = { token: string; email: string }

/** The last step of a registration: the address is proven, what is missing are names, and a password or a passkey. */
export function CompleteRegistration({ token, email }: Props) {
  const { field, length, count } = usePasswordLength()
  const [names, setNames] = useState({ organizationName: '', name: '' })
  const { organizationName, name: personName } = names
  const passkey = useFirstPasskey({ onSwitch: () => count('') })
  const form = useTicketForm({
    to: '/',
    checks: {
      organizationName: checks.organizationName,
      name: checks.name,
      ...(!passkey.wanted && {
        password: newPasswordCheck({ email, organizationName, personName }),
      }),
    },
    action: ({ organizationName = '', name = '', password = '' }) =>
      passkey.wanted
        ? passkey.make({
            begin: () => beginPasskeyRegistrationAction({ token, name }),
            finish: (response) =>
              registerWithPasskeyAction({ token, organizationName, name, response }),
          })
        : completeRegistrationAction({ token, organizationName, name, password }),
  })
  return (
    <>
      <form {...form.props} className="flex flex-col gap-4">
        <FormProblem problem={form.problem} />
        <KnownEmail email={email} hint="You confirmed it by the link." />
        <NameField
          name="organizationName"
          label="Organization"
          hint="How your team is called. You can change it later."
          error={form.errorOf('organizationName')}
          onText={(organizationName) => setNames({ ...names, organizationName })}
        />
        <NameField
          name="name"
          label="Your name"
          hint="What others see."
          error={form.errorOf('name')}
          onText={(name) => setNames({ ...names, name })}
        />
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
          label="Make the account"
          pendingLabel="Making…"
          pending={form.pending}
          reason={lengthReason(length)}
        />
      </form>
      {passkey.codes}
    </>
  )
}
