'use client'
import { Field, FieldGroup } from '@/components/form/field'
import { Input } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import { useNow } from '@/lib/client/clock'
import { shortDate, timeWords } from '@/lib/client/time-words'
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

/** In days, as far as the policy goes. */
function presetsOf(kind: KeyHolder, policy: KeyPolicy): number[] {
  const longest = longestDays(kind, policy)
  const usual = kind === 'person' ? [7, 14, 30] : [30, 90, 365]
  const presets = usual.filter((days) => longest === null || days <= longest)
  const preset = presetDays(kind, policy)
  return presets.includes(preset) ? presets : [...presets, preset]
}

/** When a key ends: presets that the policy allows, or a day. */
export function LifeField({ kind, policy, life, onChange, error }: Props) {
  const now = useNow()
  const longest = longestDays(kind, policy)
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
              ...presetsOf(kind, policy).map((count) => ({
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
      <LastDay longest={longest} life={life} onChange={onChange} error={error} />
    </>
  )
}

/** The same in one line: presets in a list. */
export function LifeSelect({ kind, policy, life, onChange, error }: Props) {
  const now = useNow()
  const longest = longestDays(kind, policy)
  const endOf = (days: number) =>
    now === null ? '' : `, on ${timeWords(new Date(now + days * DAY), new Date(now), 'end')}`
  const labels = {
    ...Object.fromEntries(
      presetsOf(kind, policy).map((days) => [days, `${plural(days, 'day')}${endOf(days)}`]),
    ),
    date: 'On a day',
    ...(mayBeEndless(kind, policy) && { never: 'Never' }),
  }
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Ends after"
        hint={
          longest === null
            ? 'Your API key policy sets no longest life.'
            : `At most ${plural(longest, 'day')}, by your API key policy.`
        }
      >
        {(control) => (
          <Select
            {...control}
            labels={labels}
            value={life.days}
            onChange={({ target }) => onChange({ ...life, days: target.value })}
          />
        )}
      </Field>
      <LastDay longest={longest} life={life} onChange={onChange} error={error} />
    </div>
  )
}

type DayProps = Pick<Props, 'life' | 'onChange' | 'error'> & { longest: number | null }

/** Of a life that ends on a day: which. */
function LastDay({ longest, life, onChange, error }: DayProps) {
  const now = useNow()
  if (life.days !== 'date') return null
  return (
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
  )
}
