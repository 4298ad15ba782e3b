'use client'
import { Field } from '@/components/form/field'
import { checks, newPasswordCheck } from '@/components/sign-in/checks'
import { FormProblem } from '@/components/sign-in/form-problem'
import { NameField } from '@/components/sign-in/name-field'
import {
  lengthReason,
  NewPasswordField,
  usePasswordLength,
} from '@/components/sign-in/new-password-field'
import { SubmitLine } from '@/components/sign-in/submit-line'
import { useTicketForm } from '@/components/sign-in/use-ticket-form'
import { Input } from '@/components/ui/input'
import { setUpAction } from '@/lib/transport/actions/set-up'

/** The first organization and its first owner. */
export function SetUpForm({ token }: { token: string }) {
  const { field, length, count } = usePasswordLength()
  const form = useTicketForm({
    to: '/users',
    checks: {
      organizationName: checks.organizationName,
      name: checks.name,
      email: checks.email,
      password: newPasswordCheck({}),
    },
    action: ({ organizationName = '', name = '', email = '', password = '' }) =>
      setUpAction({ token, organizationName, name, email, password }),
  })
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <FormProblem problem={form.problem} />
      <NameField
        name="organizationName"
        label="Organization name"
        hint="What people see when they are invited."
        error={form.errorOf('organizationName')}
      />
      <NameField name="name" label="Your name" error={form.errorOf('name')} />
      <Field label="Email" required hint="You sign in with it." error={form.errorOf('email')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            className="h-9"
          />
        )}
      </Field>
      <NewPasswordField
        error={form.errorOf('password')}
        field={field}
        length={length}
        onText={count}
      />
      <SubmitLine
        label="Set up Gatehouse"
        pendingLabel="Setting up…"
        pending={form.pending}
        reason={lengthReason(length)}
      />
    </form>
  )
}
