'use client'
import Link from 'next/link'
import { Field } from '@/components/form/field'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { signInAction } from '@/lib/transport/actions/sign-in'
import { checks } from './checks'
import { FormProblem } from './form-problem'
import { SubmitLine } from './submit-line'
import { useTicketForm } from './use-ticket-form'

type Props = {
  /** The page one wanted. */
  to: string
  /** The organization one came for. */
  organizationId?: string | null
}

export function SignInForm({ to, organizationId }: Props) {
  const form = useTicketForm({
    to,
    checks: { email: checks.email, password: checks.password },
    action: ({ email = '', password = '' }) =>
      signInAction({ email, password, ...(organizationId && { organizationId }) }),
  })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <Field label="Email" required error={form.errorOf('email')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            className="h-9"
          />
        )}
      </Field>
      <Field label="Password" required error={form.errorOf('password')}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="current-password"
            className="h-9"
          />
        )}
      </Field>
      <SubmitLine label="Sign in" pendingLabel="Signing in…" pending={form.pending} />
      <p>
        <Link
          href={`/forgot-password${organizationId ? `?${new URLSearchParams({ organizationId })}` : ''}`}
          className="tap text-base text-primary-text underline underline-offset-2"
        >
          Forgot password
        </Link>
      </p>
    </form>
  )
}
