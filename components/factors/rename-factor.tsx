'use client'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { Input } from '@/components/ui/input'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import { renameFactorAction } from '@/lib/transport/actions/factors'
import { factorsRead, type OwnFactor } from './own-factors'

export function RenameFactor({ factor, onClose }: { factor: OwnFactor; onClose: () => void }) {
  const { organizationId } = useViewer()
  const rename = useCommand(renameFactorAction, {
    organizationId,
    invalidates: [factorsRead],
    onDone: () => {
      notify.done('Saved the name')
      onClose()
    },
  })
  const form = useForm({ defaultValues: { name: factor.name } })
  const rest = useProblemErrors(form, rename.problem)
  return (
    <FormDialog
      open
      title={`Rename ${isolated(factor.name)}`}
      size="small"
      onClose={onClose}
      onSubmit={form.handleSubmit(({ name }) => void rename.run({ factorId: factor.id, name }))}
      error={rest}
      pending={rename.pending}
      dirty={form.watch('name') !== factor.name}
      submitLabel="Save"
      pendingLabel="Saving…"
    >
      <Field label="Name" error={form.formState.errors.name?.message} required>
        {(control) => (
          <Input {...control} {...form.register('name')} autoComplete="off" dir="auto" />
        )}
      </Field>
    </FormDialog>
  )
}
