'use client'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useDraft } from '@/components/form/use-draft'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { Input } from '@/components/ui/input'
import { useCommand } from '@/lib/client/use-command'
import { longestDays } from '@/lib/modules/api-keys/api-key-rules'
import { createApiKeyAction, createApiKeyForAccountAction } from '@/lib/transport/actions/api-keys'
import { type CeilingChoice, ceilingAsked, choiceFault, everything } from './ceiling-choice'
import { CeilingChooser } from './ceiling-chooser'
import { type AccountHolder, keyReads, kindOfHolder, useKeyPolicy } from './key-holder'
import { keyNameFault } from './key-name-fault'
import { type LifeChoice, LifeField, lifeFault, lifePreset, secondsOf } from './life-field'
import type { NewKey } from './own-keys'

type Props = {
  /** For whom; absent: oneself. */
  account?: AccountHolder
  onClose: () => void
  onMade: (key: NewKey) => void
}

type Chosen = { life?: LifeChoice | null; ceiling?: CeilingChoice }

/** The dialog `?create=1`. */
export function CreateKey({ account, onClose, onMade }: Props) {
  const { organizationId, role } = useViewer()
  const policy = useKeyPolicy()
  const kind = kindOfHolder(account)
  const longest = longestDays(kind, policy)
  const options = { organizationId, invalidates: keyReads, onDone: onMade }
  const own = useCommand(createApiKeyAction, options)
  const theirs = useCommand(createApiKeyForAccountAction, options)
  const create = account ? theirs : own
  const form = useForm({ mode: 'onTouched', defaultValues: { name: '' } })
  const rest = useProblemErrors(form, create.problem)
  const [chosenLife, setLife] = useState<LifeChoice | null>(null)
  const [ceiling, setCeiling] = useState(everything)
  const [tried, setTried] = useState(false)
  const life = chosenLife ?? lifePreset(kind, policy)
  const { errors } = form.formState
  const name = form.watch('name')
  const typed = name !== '' || chosenLife !== null || ceiling.kind !== everything.kind
  const draft = { name, chosen: JSON.stringify({ life: chosenLife, ceiling }) }
  useDraft(`create-key${account ? ` ${account.id}` : ''}`, typed ? draft : null, (kept) => {
    form.setValue('name', kept.name ?? '')
    const chosen: Chosen = JSON.parse(kept.chosen ?? '{}')
    setLife(chosen.life ?? null)
    setCeiling(chosen.ceiling ?? everything)
  })
  const send = form.handleSubmit(({ name }) => {
    setTried(true)
    const now = Date.now()
    if (choiceFault(ceiling) || lifeFault(life, now, longest)) return
    const given = { name, seconds: secondsOf(life, now, longest), ceiling: ceilingAsked(ceiling) }
    void (account ? theirs.run({ ...given, accountId: account.id }) : own.run(given))
  })
  return (
    <FormDialog
      open
      inAddress
      title={
        account ? (
          <>
            Create an API key for <bdi>{account.name}</bdi>
          </>
        ) : (
          'Create an API key'
        )
      }
      description="It is shown once, right after this."
      onClose={onClose}
      onSubmit={send}
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
            {...form.register('name', { validate: keyNameFault })}
            autoComplete="off"
            dir="auto"
          />
        )}
      </Field>
      <LifeField
        kind={kind}
        policy={policy}
        life={life}
        onChange={setLife}
        error={(tried && lifeFault(life, Date.now(), longest)) || undefined}
      />
      <CeilingChooser
        role={account ? 'collaborator' : role}
        choice={ceiling}
        onChange={setCeiling}
        error={(tried && choiceFault(ceiling)) || undefined}
      />
    </FormDialog>
  )
}
