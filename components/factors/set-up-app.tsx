'use client'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { useCommand } from '@/lib/client/use-command'
import { beginTotpAction, confirmTotpAction } from '@/lib/transport/actions/factors'
import { AppSecret } from './app-secret'
import { type AddedFactor, factorsRead } from './own-factors'
import { useSecret } from './use-secret'

type Props = {
  organizationId: string
  onAdded: (added: AddedFactor) => void
  onClose: () => void
}

/** The secret as a picture and as text, and the first code as proof that the app has it. */
export function SetUpApp({ organizationId, onAdded, onClose }: Props) {
  const begin = useCommand(beginTotpAction, { organizationId, invalidates: [] })
  const confirm = useCommand(confirmTotpAction, {
    organizationId,
    invalidates: [factorsRead],
    onDone: onAdded,
  })
  const secret = useSecret(begin.run, onClose)
  const form = useForm({ defaultValues: { name: 'Authenticator app', code: '' } })
  const rest = useProblemErrors(form, confirm.problem ?? begin.problem)
  const { errors } = form.formState
  const { setFocus } = form
  useEffect(() => {
    if (secret) setFocus('code')
  }, [secret, setFocus])
  return (
    <FormDialog
      open
      title="Set up an authenticator app"
      onClose={onClose}
      onSubmit={form.handleSubmit(({ name, code }) => {
        if (secret) void confirm.run({ factorId: secret.factorId, name, code })
      })}
      error={rest}
      pending={confirm.pending}
      dirty={form.watch('code') !== ''}
      submitLabel="Set up"
      pendingLabel="Checking…"
      submitReason={secret ? null : 'Wait for the secret.'}
    >
      {secret ? <AppSecret secret={secret} /> : <Skeleton className="h-44 w-full" />}
      <Field
        label="Code"
        hint="The six digits that the app shows now."
        error={errors.code?.message}
        required
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('code', {
              validate: (text) => text.trim() !== '' || 'Enter the code.',
            })}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={40}
            className="max-w-40 font-mono tracking-wide"
          />
        )}
      </Field>
      <Field label="Name" error={errors.name?.message} required>
        {(control) => (
          <Input {...control} {...form.register('name')} autoComplete="off" dir="auto" />
        )}
      </Field>
    </FormDialog>
  )
}
