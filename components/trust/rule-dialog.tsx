'use client'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { Select } from '@/components/ui/select'
import { useCommand } from '@/lib/client/use-command'
import type { TrustRule } from '@/lib/modules/trust/trust-rule'
import { changeTrustRuleAction, createTrustRuleAction } from '@/lib/transport/actions/trust'
import {
  claimsOf,
  newRule,
  type Preset,
  presetNames,
  presets,
  type RuleValues,
  valuesOf,
} from './presets'
import { RuleFields } from './rule-fields'
import { type Account, trustReads } from './trust-queries'

type Props = {
  account: Account
  /** Whom our own tokens are from: the audience that is suggested. */
  issuer: string
  /** Absent: a new one. */
  rule?: TrustRule
  onClose: () => void
}

/** Whose tokens let a workload act as the account. */
export function RuleDialog({ account, issuer, rule, onClose }: Props) {
  const { organizationId } = useViewer()
  const done = ({ name }: TrustRule) => {
    notify.done(
      <>
        Saved <bdi className="font-medium">{name}</bdi>
      </>,
    )
    onClose()
  }
  const options = { organizationId, invalidates: trustReads, onDone: done }
  const create = useCommand(createTrustRuleAction, options)
  const change = useCommand(changeTrustRuleAction, options)
  const form = useForm<RuleValues>({
    mode: 'onTouched',
    defaultValues: rule ? valuesOf(rule) : newRule(issuer),
  })
  const rest = useProblemErrors(form, create.problem ?? change.problem)
  const [preset, setPreset] = useState<Preset>(rule ? 'other' : 'github')
  const choose = (next: Preset) => {
    setPreset(next)
    form.setValue('issuer', presets[next].issuer, { shouldDirty: true })
    form.setValue('subject', presets[next].subject, { shouldDirty: true })
    form.clearErrors()
  }
  const save = form.handleSubmit(({ claims, seconds, ...values }) => {
    const asked = { ...values, claims: claimsOf(claims) ?? {}, seconds: Number(seconds) }
    if (!rule) return void create.run({ accountId: account.id, ...asked })
    const { id: ruleId, enabled, version: expectedVersion } = rule
    void change.run({ ruleId, enabled, expectedVersion, ...asked })
  })
  return (
    <FormDialog
      open
      size="large"
      title={rule ? 'Change trust rule' : 'Add trust rule'}
      description="A workload whose token fits acts as this account, without any key."
      onClose={onClose}
      onSubmit={save}
      error={rest}
      pending={create.pending || change.pending}
      dirty={form.formState.isDirty}
      submitLabel={rule ? 'Save' : 'Add rule'}
      pendingLabel="Saving…"
    >
      {!rule && (
        <Field label="Where does it run?">
          {(control) => (
            <Select
              {...control}
              labels={presetNames}
              value={preset}
              onChange={(event) => choose(event.target.value as Preset)}
            />
          )}
        </Field>
      )}
      <RuleFields form={form} hint={rule ? '' : presets[preset].hint} />
    </FormDialog>
  )
}
