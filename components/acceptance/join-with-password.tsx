'use client'
import { Field } from '@/components/form/field'
import { checks } from '@/components/sign-in/checks'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { PasswordInput } from '@/components/ui/password-input'
import { isolated } from '@/lib/domain/isolated'
import { acceptWithPasswordAction } from '@/lib/transport/actions/acceptance'
import { InvitedEmail } from './invited-email'
import type { OfferProps } from './offer'

/** Somebody who has an account with this address. */
export function JoinWithPassword({ token, offer }: OfferProps) {
  const form = useTicketForm({
    to: '/',
    checks: { password: checks.password },
    action: ({ password = '' }) =>
      acceptWithPasswordAction({ token, email: offer.email, password }),
  })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <InvitedEmail email={offer.email} />
      <Field
        label="Password"
        required
        hint="The one you sign in with already."
        error={form.errorOf('password')}
      >
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="current-password"
            className="h-9"
          />
        )}
      </Field>
      <SubmitLine
        label={`Join ${isolated(offer.organizationName)}`}
        pendingLabel="Joining…"
        pending={form.pending}
      />
    </form>
  )
}
