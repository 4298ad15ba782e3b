'use client'
import { Field } from '@/components/form/field'
import { checks, newPasswordCheck } from '@/components/sign-in/checks'
import { FormProblem } from '@/components/sign-in/form-problem'
import {
  lengthReason,
  NewPasswordField,
  usePasswordLength,
} from '@/components/sign-in/new-password-field'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { Input } from '@/components/ui/input'
import { isolated } from '@/lib/domain/isolated'
import { acceptAsNewAction } from '@/lib/transport/actions/acceptance'
import { InvitedEmail } from './invited-email'
import type { OfferProps } from './offer'

/** Somebody new: a name and a password. */
export function JoinAsNew({ token, offer }: OfferProps) {
  const { email, organizationName } = offer
  const { field, length, count } = usePasswordLength()
  const form = useTicketForm({
    to: '/',
    checks: { name: checks.name, password: newPasswordCheck({ email, organizationName }) },
    action: ({ name = '', password = '' }) => acceptAsNewAction({ token, name, password }),
  })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <InvitedEmail email={email} />
      <Field label="Name" required error={form.errorOf('name')}>
        {(control) => (
          <Input {...control} name="name" autoComplete="name" dir="auto" className="h-9" />
        )}
      </Field>
      <NewPasswordField
        error={form.errorOf('password')}
        field={field}
        length={length}
        onText={count}
      />
      <SubmitLine
        label={`Join ${isolated(organizationName)}`}
        pendingLabel="Joining…"
        pending={form.pending}
        reason={lengthReason(length)}
      />
    </form>
  )
}
