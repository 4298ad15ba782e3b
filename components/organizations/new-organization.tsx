'use client'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { goOn } from '@/components/sign-in/go-on'
import { Input } from '@/components/ui/input'
import { leaveForGood } from '@/lib/client/leaving'
import { useCommand } from '@/lib/client/use-command'
import { parseOrganizationName } from '@/lib/domain/person-name'
import { createOrganizationAction } from '@/lib/transport/actions/organization-choice'

/** A further organization, with oneself as its owner; one goes on in it. */
export function NewOrganization({ onClose }: { onClose: () => void }) {
  const { organizationId } = useViewer()
  const create = useCommand(createOrganizationAction, { organizationId, invalidates: [] })
  const form = useForm({ mode: 'onTouched', defaultValues: { name: '' } })
  const rest = useProblemErrors(form, create.problem)
  const name = form.watch('name')
  const submit = form.handleSubmit(async (values) => {
    const made = await create.run(values)
    if (!made.ok) return
    leaveForGood()
    await goOn(made.data, '/')
  })
  return (
    <FormDialog
      open
      title="New organization"
      description="You are its owner, and go there. Nothing changes in the present one."
      size="small"
      onClose={onClose}
      onSubmit={submit}
      error={rest}
      pending={create.pending || form.formState.isSubmitting}
      dirty={name !== ''}
      submitLabel="Make organization"
      pendingLabel="Making…"
    >
      <Field
        label="Name"
        required
        hint="People see it in invitations and in the switcher. Owners can change it."
        error={form.formState.errors.name?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('name', { validate: fault })}
            autoComplete="organization"
            dir="auto"
          />
        )}
      </Field>
    </FormDialog>
  )
}

const fault = (text: string) => {
  const parsed = parseOrganizationName(text)
  return parsed.ok || parsed.fault
}
