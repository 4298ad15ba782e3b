'use client'
import { useId } from 'react'
import { SettingsRow } from '@/components/settings/settings-row'
import { plural } from '@/lib/client/words'
import { Effect, Effects } from './effect'
import { LengthField, type Preset } from './length-field'
import type { PolicyForm } from './use-policy-form'

const idle: readonly Preset[] = [
  { value: '', label: 'Any time' },
  { value: '15', label: '15 minutes' },
  { value: '60', label: '1 hour' },
  { value: '720', label: '12 hours' },
  { value: '1440', label: '1 day' },
  { value: '10080', label: '7 days' },
]
const hours: readonly Preset[] = [
  { value: '', label: '14 days' },
  { value: '8', label: '8 hours' },
  { value: '12', label: '12 hours' },
  { value: '24', label: '1 day' },
  { value: '168', label: '7 days' },
]

/** When sessions end. */
export function LengthsRow({ form }: { form: PolicyForm }) {
  const id = useId()
  const { draft, change, preview, faultOf } = form
  return (
    <SettingsRow
      label="Sessions"
      about="Holds for the open ones too. Use is noted up to a minute late, so a session may last a minute longer."
    >
      <div className="flex flex-wrap gap-3">
        <LengthField
          label="Ends after no use for"
          unit="minutes"
          presets={idle}
          value={draft.sessionIdleMinutes}
          error={faultOf('sessionIdleMinutes')}
          onChange={(sessionIdleMinutes) => change({ sessionIdleMinutes })}
        />
        <LengthField
          label="Ends in any case after"
          unit="hours"
          presets={hours}
          value={draft.sessionHours}
          error={faultOf('sessionHours')}
          onChange={(sessionHours) => change({ sessionHours })}
        />
      </div>
      <Effects id={`${id}note`} fault={undefined}>
        {preview && preview.sessions.sessions > 0 && (
          <Effect alarming>
            {plural(preview.sessions.sessions, 'session')} of{' '}
            {plural(preview.sessions.people, 'person', 'people')}{' '}
            {preview.sessions.sessions === 1 ? 'ends' : 'end'} when you save
            {preview.sessions.own && ', this one among them: you sign in again'}.
          </Effect>
        )}
      </Effects>
    </SettingsRow>
  )
}
