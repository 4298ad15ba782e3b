'use client'
import { useId } from 'react'
import { SettingsRow } from '@/components/settings/settings-row'
import { CheckboxLine } from '@/components/ui/checkbox'
import { Time } from '@/components/ui/time'
import { plural } from '@/lib/client/words'
import { AffectedKeys } from './affected-keys'
import { Effect, Effects } from './effect'
import { LengthField, type Preset } from './length-field'
import type { PolicyPreview } from './policy-queries'
import type { PolicyForm } from './use-policy-form'

const ofPeople: readonly Preset[] = [
  { value: '1', label: '1 day' },
  { value: '7', label: '7 days' },
  { value: '14', label: '14 days' },
  { value: '30', label: '30 days' },
]
const ofAccounts: readonly Preset[] = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: '', label: 'As long as is asked' },
]

/** How long API keys live, and which of those that are there would end sooner. */
export function KeyLifeRow({ form }: { form: PolicyForm }) {
  const id = useId()
  const { draft, change, preview, faultOf } = form
  const unlimited = draft.accountKeyDays === ''
  return (
    <SettingsRow
      label="Longest life of API keys"
      about="Holds for the keys that are there too, counted from when each was made. An earlier end is never taken back."
    >
      <div className="flex flex-wrap gap-3">
        <LengthField
          label="Keys of people"
          unit="days"
          presets={ofPeople}
          value={draft.personKeyDays}
          error={faultOf('personKeyDays')}
          onChange={(personKeyDays) => change({ personKeyDays })}
        />
        <LengthField
          label="Keys of service accounts"
          unit="days"
          presets={ofAccounts}
          value={draft.accountKeyDays}
          error={faultOf('accountKeyDays')}
          onChange={(accountKeyDays) => change({ accountKeyDays })}
        />
      </div>
      <div className="mt-3">
        <CheckboxLine
          id={`${id}end`}
          checked={!draft.keysMustEnd}
          onCheckedChange={(endless) => change({ keysMustEnd: !endless })}
        >
          {unlimited
            ? 'Service accounts may have keys that do not end'
            : 'Service accounts may have keys that do not end, once their life has no limit'}
        </CheckboxLine>
      </div>
      <Effects id={`${id}note`} fault={faultOf('keysMustEnd')}>
        {preview && preview.keys.count > 0 && <Sooner keys={preview.keys} />}
      </Effects>
    </SettingsRow>
  )
}

function Sooner({ keys: { count, atOnce, first } }: { keys: PolicyPreview['keys'] }) {
  const later = count - atOnce
  return (
    <>
      <Effect alarming>
        {plural(count, 'key lives', 'keys live')} longer than that.{' '}
        {atOnce > 0 &&
          `${plural(atOnce, 'ends', 'end')} when you save: programs that use them stop. `}
        {later > 0 && `${plural(later, 'gets', 'get')} an earlier end.`}
      </Effect>
      <AffectedKeys
        count={count}
        keys={first}
        note={({ endsAt }) =>
          endsAt === null ? (
            'ends at once'
          ) : (
            <>
              ends <Time at={endsAt} kind="end" />
            </>
          )
        }
      />
    </>
  )
}
