'use client'
import type { UseFormReturn } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { fieldBox, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { subjectFault } from '@/lib/modules/trust/trust-matching'
import { claimsOf, isUnfilled, type RuleValues } from './presets'

const lives = {
  '300': '5 minutes',
  '900': '15 minutes',
  '1800': '30 minutes',
  '3600': '1 hour',
}
const area = `${fieldBox} h-auto! py-1.5 font-mono`
const given = (what: string) => (text: string) => text.trim() !== '' || `Name the ${what}.`

function subjectRule(text: string) {
  if (text.trim() === '') return 'Name the subject.'
  if (isUnfilled(text)) return 'Put in your own names where there are capitals.'
  return subjectFault(text.trim()) ?? true
}

/** What a token must say, and how long the one lives that is given for it. */
export function RuleFields({ form, hint }: { form: UseFormReturn<RuleValues>; hint: string }) {
  const { errors } = form.formState
  const mono = { autoComplete: 'off', spellCheck: false, className: 'font-mono' } as const
  return (
    <>
      <Field label="Name" error={errors.name?.message} required>
        {(control) => (
          <Input
            {...control}
            {...form.register('name', { validate: given('rule') })}
            maxLength={100}
            dir="auto"
            autoComplete="off"
            placeholder="Deploys of main"
            data-autofocus
          />
        )}
      </Field>
      <Field label="Issuer (iss)" hint={hint} error={errors.issuer?.message} required>
        {(control) => (
          <Input
            {...control}
            {...form.register('issuer', { validate: given('issuer') })}
            {...mono}
          />
        )}
      </Field>
      <Field
        label="Audience (aud)"
        hint="What the workload asks its token for. This installation’s address is a good one."
        error={errors.audience?.message}
        required
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('audience', { validate: given('audience') })}
            {...mono}
          />
        )}
      </Field>
      <Field
        label="Subject (sub)"
        hint="A * stands for a whole part between : and /, never for one of the first two."
        error={errors.subject?.message}
        required
      >
        {(control) => (
          <Input {...control} {...form.register('subject', { validate: subjectRule })} {...mono} />
        )}
      </Field>
      <Field
        label="Further claims"
        hint="One on a line, each exactly so: environment=production"
        error={errors.claims?.message}
        aside={<Optional />}
      >
        {(control) => (
          <textarea
            {...control}
            {...form.register('claims', {
              validate: (text) => claimsOf(text) !== null || 'Write name=value, one on a line.',
            })}
            rows={2}
            spellCheck={false}
            className={area}
          />
        )}
      </Field>
      <Field
        label="Keys of the issuer"
        hint="A JSON Web Key Set, for an issuer that can’t be reached from here. Empty: asked of the issuer."
        error={errors.jwks?.message}
        aside={<Optional />}
      >
        {(control) => (
          <textarea
            {...control}
            {...form.register('jwks')}
            rows={2}
            spellCheck={false}
            className={area}
          />
        )}
      </Field>
      <Field label="Access lasts" error={errors.seconds?.message}>
        {(control) => (
          <Select {...control} {...form.register('seconds')} labels={livesWith(form)} />
        )}
      </Field>
    </>
  )
}

const Optional = () => <span className="text-muted-foreground text-xs">Optional</span>

/** A life that was set over the API is one of the choices too. */
const livesWith = (form: UseFormReturn<RuleValues>): Record<string, string> => {
  const own = form.formState.defaultValues?.seconds ?? '900'
  return own in lives ? lives : { [own]: `${own} seconds`, ...lives }
}
