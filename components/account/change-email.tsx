'use client'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { checks } from '@/components/sign-in/checks'
import { Input } from '@/components/ui/input'
import { useCommand } from '@/lib/client/use-command'
import { requestEmailChangeAction } from '@/lib/transport/actions/account'
import { ownAccount } from './own-account'

/** Asks for a change of one's own address. */
export function ChangeEmail({ onClose }: { onClose: () => void }) {
  const { organizationId } = useViewer()
  const command = useCommand(requestEmailChangeAction, {
    organizationId,
    invalidates: [ownAccount],
    onDone: () => {
      notify.done('Mailed a link to each of the two addresses')
      onClose()
    },
  })
  const form = useForm({ mode: 'onTouched', defaultValues: { email: '' } })
  const rest = useProblemErrors(form, command.problem)
  const { errors } = form.formState
  return (
    <FormDialog
      open
      title="Change your email"
      description="Both addresses confirm it by a link, in any order, within a day. Nothing changes before."
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => void command.run(values))}
      error={rest}
      pending={command.pending}
      dirty={form.watch('email') !== ''}
      submitLabel="Mail the links"
      pendingLabel="Asking…"
    >
      <Field
        label="New email"
        hint="Open the link that goes there in this browser."
        required
        error={errors.email?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('email', { validate: (text) => checks.email(text) ?? true })}
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
          />
        )}
      </Field>
    </FormDialog>
  )
}
