'use client'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { checks, newPasswordCheck } from '@/components/sign-in/checks'
import { FormProblem } from '@/components/sign-in/form-problem'
import {
  lengthReason,
  NewPasswordField,
  usePasswordLength,
} from '@/components/sign-in/new-password-field'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useFirstPasskey } from '@/components/sign-in/use-first-passkey'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { Input } from '@/components/ui/input'
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
        <Field
          label="Organization"
          hint="How your team is called. You can change it later."
          required
          error={form.errorOf('organizationName')}
        >
          {(control) => (
            <Input
              {...control}
              name="organizationName"
              autoComplete="organization"
              dir="auto"
              className="h-9"
              onChange={({ target }) => setNames({ ...names, organizationName: target.value })}
            />
          )}
        </Field>
        <Field label="Your name" hint="What others see." required error={form.errorOf('name')}>
          {(control) => (
            <Input
              {...control}
              name="name"
              autoComplete="name"
              dir="auto"
              className="h-9"
              onChange={({ target }) => setNames({ ...names, name: target.value })}
            />
          )}
        </Field>
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
