'use client'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Field, FieldGroup } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { CheckboxLine } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useCommand } from '@/lib/client/use-command'
import { createCloudAction } from '@/lib/transport/actions/clouds'
import { cloudReads } from './cloud-queries'
import { providerLabels, stackLabels } from './provider-words'

type Provider = keyof typeof providerLabels
type Stack = keyof typeof stackLabels

const empty = {
  name: '',
  provider: 'AWS' as Provider,
  region: '',
  computeStack: 'VM' as Stack,
  autoAdd: false,
}
const needed = (what: string) => (text: string) => text.trim() !== '' || what

/** The dialog `?create=1`: records a cloud, with its project "default". */
export function CreateCloud({ onClose }: { onClose: () => void }) {
  const { organizationId, organizationName } = useViewer()
  const router = useRouter()
  const create = useCommand(createCloudAction, {
    organizationId,
    invalidates: cloudReads,
    onDone: ({ id, name }) => {
      notify.done(
        <>
          Created <bdi className="font-medium">{name}</bdi>, with the public project default
        </>,
      )
      router.replace(`/clouds/${id}/access`)
    },
  })
  const form = useForm({ mode: 'onTouched', defaultValues: empty })
  const rest = useProblemErrors(form, create.problem)
  const { errors, isDirty } = form.formState
  const autoAdd = form.watch('autoAdd')
  return (
    <FormDialog
      open
      inAddress
      title="Create a cloud"
      description="Gatehouse records it for roles and access. It runs no compute itself."
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => void create.run(values))}
      error={rest}
      pending={create.pending}
      dirty={isDirty}
      submitLabel="Create cloud"
      pendingLabel="Creating…"
      note="It begins with a public project named default."
    >
      <Field
        label="Name"
        hint="Unique in the organization, such as “prod-us-west-2”."
        error={errors.name?.message}
        required
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('name', { validate: needed('Enter a name.') })}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            data-autofocus
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Provider" error={errors.provider?.message}>
          {(control) => (
            <Select {...control} {...form.register('provider')} labels={providerLabels} />
          )}
        </Field>
        <Field label="Region" error={errors.region?.message} required>
          {(control) => (
            <Input
              {...control}
              {...form.register('region', { validate: needed('Enter a region.') })}
              autoComplete="off"
              spellCheck={false}
              placeholder="us-west-2"
            />
          )}
        </Field>
      </div>
      <Field label="Compute stack" error={errors.computeStack?.message}>
        {(control) => (
          <Select {...control} {...form.register('computeStack')} labels={stackLabels} />
        )}
      </Field>
      <FieldGroup label="Auto add users">
        {() => (
          <CheckboxLine
            id="create-cloud-auto-add"
            checked={autoAdd}
            onCheckedChange={(on) => form.setValue('autoAdd', on, { shouldDirty: true })}
          >
            Add everyone in <bdi>{organizationName}</bdi> as cloud collaborator, and whoever joins
            later within 30 seconds.
          </CheckboxLine>
        )}
      </FieldGroup>
    </FormDialog>
  )
}
