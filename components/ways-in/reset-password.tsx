'use client'
import { newPasswordCheck } from '@/components/sign-in/checks'
import { FormProblem } from '@/components/sign-in/form-problem'
import {
  lengthReason,
  NewPasswordField,
  usePasswordLength,
} from '@/components/sign-in/new-password-field'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { resetPasswordAction } from '@/lib/transport/actions/ways-in'
import { KnownEmail } from './known-email'

type Props = { token: string; email: string; name: string | null }

/** A new password by a mailed link, and in by it. */
export function ResetPassword({ token, email, name }: Props) {
  const { field, length, count } = usePasswordLength()
  const form = useTicketForm({
    to: '/',
    checks: { password: newPasswordCheck({ email, ...(name && { personName: name }) }) },
    action: ({ password = '' }) => resetPasswordAction({ token, password }),
  })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <KnownEmail email={email} hint="The link is for this account only." />
      <NewPasswordField
        label="New password"
        error={form.errorOf('password')}
        field={field}
        length={length}
        onText={count}
      />
      <SubmitLine
        label="Save and sign in"
        pendingLabel="Saving…"
        pending={form.pending}
        reason={lengthReason(length)}
      />
    </form>
  )
}
