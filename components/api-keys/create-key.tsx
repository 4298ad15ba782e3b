'use client'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { Field, FieldGroup } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useDraft } from '@/components/form/use-draft'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { Input } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import { useNow } from '@/lib/client/clock'
import { shortDate } from '@/lib/client/time-words'
import { useCommand } from '@/lib/client/use-command'
import { parseName } from '@/lib/domain/person-name'
import { DAY_SECONDS, keyLifetimeDays } from '@/lib/modules/api-keys/api-key-rules'
import { createApiKeyAction } from '@/lib/transport/actions/api-keys'
import type { NewKey } from './own-keys'

const presets = [7, 14, keyLifetimeDays.maximum]

type Props = { onClose: () => void; onMade: (key: NewKey) => void }

/** The dialog `?create=1`. */
export function CreateKey({ onClose, onMade }: Props) {
  const { organizationId } = useViewer()
  const now = useNow()
  const create = useCommand(createApiKeyAction, {
    organizationId,
    invalidates: ['api_key.list_own'],
    onDone: onMade,
  })
  const form = useForm({
    mode: 'onTouched',
    defaultValues: { name: '', days: String(keyLifetimeDays.default) },
  })
  const rest = useProblemErrors(form, create.problem)
  const days = form.watch('days')
  const { errors } = form.formState
  const name = form.watch('name')
  const typed = name !== '' || days !== String(keyLifetimeDays.default)
  useDraft('create-key', typed ? { name, days } : null, (draft) => {
    form.setValue('name', draft.name ?? '')
    if (presets.includes(Number(draft.days))) form.setValue('days', draft.days ?? '')
  })
  return (
    <FormDialog
      open
      inAddress
      title="Create an API key"
      description="It is shown once, right after this."
      onClose={onClose}
      onSubmit={form.handleSubmit(({ name }) => {
        void create.run({ name, seconds: Number(days) * DAY_SECONDS })
      })}
      error={rest}
      pending={create.pending}
      dirty={typed}
      submitLabel="Create key"
      pendingLabel="Creating…"
    >
      <Field
        label="Name"
        hint="What will hold it, such as “laptop”. Left blank, it is named after its last six characters."
        error={errors.name?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('name', { validate: nameFault })}
            autoComplete="off"
            dir="auto"
          />
        )}
      </Field>
      <FieldGroup label="Ends after" hint="A person’s key lives 30 days at most.">
        {(group) => (
          <RadioCards
            {...group}
            className="sm:grid-cols-3"
            value={days}
            onValueChange={(value) => form.setValue('days', value)}
            options={presets.map((count) => ({
              value: String(count),
              label: `${count} days`,
              description:
                now === null
                  ? ''
                  : `Ends ${shortDate(new Date(now + count * DAY_SECONDS * 1_000))}`,
            }))}
          />
        )}
      </FieldGroup>
    </FormDialog>
  )
}

function nameFault(text: string): string | true {
  if (text.trim() === '') return true
  const parsed = parseName(text)
  return parsed.ok || parsed.fault
}
