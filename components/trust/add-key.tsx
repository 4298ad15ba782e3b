'use client'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { fieldBox, Input } from '@/components/ui/input'
import { useCommand } from '@/lib/client/use-command'
import { addClientKeyAction } from '@/lib/transport/actions/trust'
import { type Account, trustReads } from './trust-queries'

/** The public half of a pair whose private half a program signs its assertions with. */
export function AddKey({ account, onClose }: { account: Account; onClose: () => void }) {
  const { organizationId } = useViewer()
  const add = useCommand(addClientKeyAction, {
    organizationId,
    invalidates: trustReads,
    onDone: ({ name }) => {
      notify.done(
        <>
          Added <bdi className="font-medium">{name}</bdi>
        </>,
      )
      onClose()
    },
  })
  const form = useForm({ mode: 'onTouched', defaultValues: { name: '', publicKey: '' } })
  const rest = useProblemErrors(form, add.problem)
  const { errors } = form.formState
  return (
    <FormDialog
      open
      title="Add public key"
      description="Whoever has its private half can get tokens of this account (private_key_jwt)."
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => void add.run({ accountId: account.id, ...values }))}
      error={rest}
      pending={add.pending}
      dirty={form.formState.isDirty}
      submitLabel="Add key"
      pendingLabel="Adding…"
    >
      <Field label="Name" error={errors.name?.message} required>
        {(control) => (
          <Input
            {...control}
            {...form.register('name', {
              validate: (text) => text.trim() !== '' || 'Give it a name.',
            })}
            maxLength={100}
            dir="auto"
            autoComplete="off"
            data-autofocus
          />
        )}
      </Field>
      <Field
        label="Public key"
        hint="A JWK, or PEM that begins with BEGIN PUBLIC KEY: RS256, ES256 or EdDSA."
        error={errors.publicKey?.message}
        required
      >
        {(control) => (
          <textarea
            {...control}
            {...form.register('publicKey', {
              validate: (text) => text.trim() !== '' || 'Paste the public key.',
            })}
            rows={5}
            spellCheck={false}
            autoComplete="off"
            className={`${fieldBox} h-auto! py-1.5 font-mono`}
          />
        )}
      </Field>
    </FormDialog>
  )
}
