'use client'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useKeyPolicy } from '@/components/api-keys/key-holder'
import { keyNameFault } from '@/components/api-keys/key-name-fault'
import {
  type LifeChoice,
  LifeSelect,
  lifeFault,
  lifePreset,
  secondsOf,
} from '@/components/api-keys/life-field'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useDraft } from '@/components/form/use-draft'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { Input } from '@/components/ui/input'
import { longestDays } from '@/lib/modules/api-keys/api-key-rules'
import { AccessFields } from './access-fields'
import { AccountFields } from './account-fields'
import type { ChosenRole } from './chosen-access'
import { type CreatedAccount, useCreateAccount } from './use-create-account'

type Props = { onClose: () => void; onDone: (created: CreatedAccount) => void }
type Chosen = { life?: LifeChoice | null; roles?: ChosenRole[] }

const kind = 'service_account'

/** The dialog `?create=1`: what it is, what it may do, and its first key, in one go. */
export function CreateAccount({ onClose, onDone }: Props) {
  const policy = useKeyPolicy()
  const longest = longestDays(kind, policy)
  const create = useCreateAccount(onDone)
  const form = useForm({
    mode: 'onTouched',
    defaultValues: { name: '', description: '', keyName: '' },
  })
  const rest = useProblemErrors(form, create.problem)
  const [chosenLife, setLife] = useState<LifeChoice | null>(null)
  const [roles, setRoles] = useState<ChosenRole[]>([])
  const [tried, setTried] = useState(false)
  const life = chosenLife ?? lifePreset(kind, policy)
  const values = form.watch()
  const typed = Object.values(values).some(Boolean) || chosenLife !== null || roles.length > 0
  const draft = { ...values, chosen: JSON.stringify({ life: chosenLife, roles }) }
  useDraft('create-account', typed ? draft : null, ({ chosen: kept, ...texts }) => {
    form.reset({ ...form.getValues(), ...texts }, { keepDefaultValues: true })
    const chosen: Chosen = JSON.parse(kept ?? '{}')
    setLife(chosen.life ?? null)
    setRoles(chosen.roles ?? [])
  })
  const withKey = values.keyName.trim() !== ''
  const send = form.handleSubmit(({ name, description, keyName }) => {
    setTried(true)
    const now = Date.now()
    if (withKey && lifeFault(life, now, longest)) return
    const key = withKey ? { name: keyName, seconds: secondsOf(life, now, longest) } : null
    void create.run({ name, description, roles, key })
  })
  return (
    <FormDialog
      open
      inAddress
      size="large"
      title="Create service account"
      onClose={onClose}
      onSubmit={send}
      error={rest}
      pending={create.pending}
      dirty={typed}
      submitLabel={withKey ? 'Create account and key' : 'Create account'}
      pendingLabel="Creating…"
    >
      <AccountFields form={form} />
      <AccessFields roles={roles} onChange={setRoles} />
      <div className="grid gap-4 sm:grid-cols-[4fr_3fr] sm:gap-3">
        <Field
          label="First key"
          hint="What will hold it. Left blank: no key yet."
          error={form.formState.errors.keyName?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...form.register('keyName', { validate: keyNameFault })}
              autoComplete="off"
              dir="auto"
            />
          )}
        </Field>
        <LifeSelect
          kind={kind}
          policy={policy}
          life={life}
          onChange={setLife}
          error={(tried && withKey && lifeFault(life, Date.now(), longest)) || undefined}
        />
      </div>
    </FormDialog>
  )
}
