'use client'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { Input } from '@/components/ui/input'
import { makePasskey } from '@/lib/client/passkeys'
import { useCommand } from '@/lib/client/use-command'
import type { ProblemBody } from '@/lib/domain/problems'
import { addPasskeyAction, beginPasskeyAction } from '@/lib/transport/actions/factors'
import { type AddedFactor, factorsRead } from './own-factors'

type Props = {
  organizationId: string
  onAdded: (added: AddedFactor) => void
  onClose: () => void
}

/** A name, then the browser asks. */
export function AddPasskey({ organizationId, onAdded, onClose }: Props) {
  const options = { organizationId, invalidates: [factorsRead] }
  const begin = useCommand(beginPasskeyAction, { organizationId, invalidates: [] })
  const add = useCommand(addPasskeyAction, { ...options, onDone: onAdded })
  const [waiting, setWaiting] = useState(false)
  const [refused, setRefused] = useState<ProblemBody | null>(null)
  const form = useForm({ defaultValues: { name: '' } })
  const rest = useProblemErrors(form, add.problem ?? begin.problem ?? refused)
  const make = async (name: string) => {
    setRefused(null)
    setWaiting(true)
    const begun = await begin.run({})
    const made = begun.ok ? await makePasskey(begun.data) : null
    if (made?.ok) await add.run({ name: name.trim() || 'Passkey', response: made.data })
    else if (made) setRefused(made.problem)
    setWaiting(false)
  }
  return (
    <FormDialog
      open
      title="Add a passkey"
      description="Your device or security key keeps it, and asks for your finger, face or PIN."
      size="small"
      onClose={onClose}
      onSubmit={form.handleSubmit(({ name }) => void make(name))}
      error={rest}
      pending={waiting}
      dirty={form.watch('name') !== ''}
      submitLabel="Continue"
      pendingLabel="Waiting…"
    >
      <Field
        label="Name"
        hint="Where it is kept, such as “laptop” or “security key”."
        error={form.formState.errors.name?.message}
      >
        {(control) => (
          <Input {...control} {...form.register('name')} autoComplete="off" dir="auto" />
        )}
      </Field>
    </FormDialog>
  )
}
