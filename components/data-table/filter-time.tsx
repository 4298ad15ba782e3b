'use client'
import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { lazily } from '@/components/ui/lazily'
import { FilterSingle } from './filter-single'
import { timeRangeWords } from './filter-time-words'

const TimeRangeDialog = lazily(() => import('./time-range-dialog').then((m) => m.TimeRangeDialog))

type Props = {
  /** "Last active" */
  label: string
  presets: readonly { value: string; label: string }[]
  /** As in the URL and for the server: `timeBounds` reads it. null: not set. */
  value: string | null
  onValueChange: (value: string | null) => void
}

export const lastActivePresets = [
  { value: 'within-7d', label: 'In the last 7 days' },
  { value: 'over-30d', label: 'Over 30 days ago' },
  { value: 'over-90d', label: 'Over 90 days ago' },
]

export const recentPresets = [
  { value: 'within-1d', label: 'In the last 24 hours' },
  { value: 'within-7d', label: 'In the last 7 days' },
  { value: 'within-30d', label: 'In the last 30 days' },
]

/** A filter by time: presets, or days from a calendar. */
export function FilterTime({ label, presets, value, onValueChange }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <FilterSingle
        label={label}
        options={presets}
        value={value}
        words={value === null ? undefined : timeRangeWords(value)}
        onValueChange={onValueChange}
        other={{ label: 'Other dates…', icon: <CalendarDays />, run: () => setAsking(true) }}
      />
      {asking && (
        <TimeRangeDialog
          label={label}
          value={value}
          onChoose={onValueChange}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
