'use client'
import { Field, FieldGroup } from '@/components/form/field'
import { Input } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import { useNow } from '@/lib/client/clock'
import { shortDate } from '@/lib/client/time-words'
import { plural } from '@/lib/client/words'
import {
  DAY_SECONDS,
  type KeyHolder,
  type KeyPolicy,
  longestDays,
  mayBeEndless,
  presetDays,
} from '@/lib/modules/api-keys/api-key-rules'

/** A number of days, `date` for one that is named, `never`. */
export type LifeChoice = { days: string; date: string }

const DAY = DAY_SECONDS * 1_000

export const lifePreset = (kind: KeyHolder, policy: KeyPolicy): LifeChoice => ({
  days: String(presetDays(kind, policy)),
  date: '',
})

const dayOf = (at: number) => new Date(at).toLocaleDateString('sv') // yyyy-mm-dd, of here

/** To the end of the day that is named, as far as the policy goes. Null: without end. */
export function secondsOf({ days, date }: LifeChoice, now: number, longest: number | null) {
  if (days === 'never') return null
  if (days !== 'date') return Number(days) * DAY_SECONDS
  const end = new Date(`${date}T23:59:59`).getTime()
  const seconds = Math.floor((end - now) / 1_000)
  return longest === null ? seconds : Math.min(seconds, longest * DAY_SECONDS)
}

/** What is wrong with the day that is named. */
export function lifeFault({ days, date }: LifeChoice, now: number, longest: number | null) {
  if (days !== 'date') return null
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return 'Name the day on which it ends.'
  if (date < dayOf(now)) return 'That day is over.'
  if (longest !== null && date > dayOf(now + longest * DAY)) {
    return `Keys live at most ${plural(longest, 'day')} here.`
  }
  return null
}

type Props = {
  kind: KeyHolder
  policy: KeyPolicy
  life: LifeChoice
  onChange: (life: LifeChoice) => void
  error?: string
}

/** When a key ends: presets that the policy allows, or a day. */
export function LifeField({ kind, policy, life, onChange, error }: Props) {
  const now = useNow()
  const longest = longestDays(kind, policy)
  const presets = (kind === 'person' ? [7, 14, 30] : [30, 90, 365]).filter(
    (days) => longest === null || days <= longest,
  )
  const preset = presetDays(kind, policy)
  if (!presets.includes(preset)) presets.push(preset)
  const who = kind === 'person' ? 'A person’s key' : 'A service account’s key'
  return (
    <>
      <FieldGroup
        label="Ends after"
        hint={
          longest === null
            ? 'The policy of your organization sets no longest life.'
            : `${who} lives ${plural(longest, 'day')} at most.`
        }
      >
        {(group) => (
          <RadioCards
            {...group}
            className="sm:grid-cols-3"
            value={life.days}
            onValueChange={(days) => onChange({ ...life, days })}
            options={[
              ...presets.map((count) => ({
                value: String(count),
                label: plural(count, 'day'),
                description: now === null ? '' : `Ends ${shortDate(new Date(now + count * DAY))}`,
              })),
              { value: 'date', label: 'On a day', description: 'To the end of that day' },
              ...(mayBeEndless(kind, policy)
                ? [{ value: 'never', label: 'Never', description: 'Until it is revoked' }]
                : []),
            ]}
          />
        )}
      </FieldGroup>
      {life.days === 'date' && (
        <Field label="Last day" error={error}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={life.date}
              min={now === null ? undefined : dayOf(now)}
              max={now === null || longest === null ? undefined : dayOf(now + longest * DAY)}
              onChange={({ target }) => onChange({ ...life, date: target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
