'use client'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { isolated } from '@/lib/domain/isolated'
import { acceptAsSelfAction } from '@/lib/transport/actions/acceptance'
import { InvitedEmail } from './invited-email'
import type { OfferProps } from './offer'

/** Somebody signed in already, as the invited address. */
export function JoinAsSelf({ token, offer }: OfferProps) {
  const form = useTicketForm({ to: '/', action: () => acceptAsSelfAction({ token }) })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <InvitedEmail email={offer.email} />
      <SubmitLine
        label={`Join ${isolated(offer.organizationName)}`}
        pendingLabel="Joining…"
        pending={form.pending}
      />
    </form>
  )
}
