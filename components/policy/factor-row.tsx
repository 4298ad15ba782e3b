'use client'
import Link from 'next/link'
import { useId } from 'react'
import { SettingsRow } from '@/components/settings/settings-row'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import { Time } from '@/components/ui/time'
import { countWords, Effect, Effects, effectLink } from './effect'
import type { PolicyPreview } from './policy-queries'
import type { PolicyForm } from './use-policy-form'

/** Whether a second factor is required, and how long people have to set one up. */
export function FactorRow({ form }: { form: PolicyForm }) {
  const id = useId()
  const { draft, change, preview, faultOf } = form
  const required = draft.secondFactorRequired
  const fault = faultOf('secondFactorRequired') ?? faultOf('secondFactorGraceDays')
  return (
    <SettingsRow
      label="Second factor"
      about="A passkey or an authenticator app beside the password. API keys are not asked for one."
    >
      <div className="flex items-start gap-2.5">
        <Switch
          id={id}
          checked={required}
          aria-describedby={`${id}note`}
          onCheckedChange={(secondFactorRequired) => change({ secondFactorRequired })}
        />
        <label htmlFor={id} className="font-medium">
          Require a second factor
        </label>
      </div>
      {required && (
        <div className="mt-3 flex items-center gap-2">
          <label htmlFor={`${id}days`}>Days to set it up</label>
          <Input
            id={`${id}days`}
            inputMode="numeric"
            autoComplete="off"
            className="w-16!"
            value={draft.secondFactorGraceDays}
            aria-invalid={faultOf('secondFactorGraceDays') ? true : undefined}
            aria-describedby={`${id}note`}
            onChange={(event) => change({ secondFactorGraceDays: event.target.value })}
          />
        </div>
      )}
      <Effects id={`${id}note`} fault={fault}>
        {preview && <WithoutFactor preview={preview} required={required} />}
      </Effects>
    </SettingsRow>
  )
}

function WithoutFactor({ preview, required }: { preview: PolicyPreview; required: boolean }) {
  const { withoutFactor, people, factorDueAt } = preview
  if (withoutFactor.count === 0) return <Effect>Everybody has one.</Effect>
  return (
    <>
      <Effect alarming={required}>
        {countWords(withoutFactor)} of {people.toLocaleString('en-GB')} people have none.{' '}
        <Link href="/users?factor=off" className={effectLink}>
          Show them
        </Link>
      </Effect>
      {required && factorDueAt && (
        <Effect>
          {new Date(factorDueAt) <= new Date() ? (
            'They get no further than setting one up, from their next page on.'
          ) : (
            <>
              From <Time at={factorDueAt} kind="end" /> on they get no further than setting one up.
            </>
          )}{' '}
          Whoever joins later has the same number of days. Nobody is signed out.
        </Effect>
      )}
    </>
  )
}
