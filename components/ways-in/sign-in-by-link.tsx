'use client'
import { FormProblem } from '@/components/sign-in/form-problem'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { signInWithLinkAction } from '@/lib/transport/actions/ways-in'
import { KnownEmail } from './known-email'

type Props = { token: string; email: string; to: string }

/** A button of its own: whoever only follows the link, as mail scanners do, does not use it up. */
export function SignInByLink({ token, email, to }: Props) {
  const form = useTicketForm({ to, action: () => signInWithLinkAction({ token }) })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <KnownEmail email={email} hint="The link is for this account only." />
      <SubmitLine label="Sign in" pendingLabel="Signing in…" pending={form.pending} />
    </form>
  )
}
