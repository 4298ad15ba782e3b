'use client'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/client/words'

type Props<T extends string> = {
  /** Names the buttons together: "Rows". */
  label: string
  choices: readonly { value: T; label: string; count: number }[]
  total: number
  value: T | null
  onChange: (value: T | null) => void
}

/** All, or one group; what there is none of is not offered. */
export function GroupFilter<T extends string>({
  label,
  choices,
  total,
  value,
  onChange,
}: Props<T>) {
  const shown = choices.filter((choice) => choice.count > 0 || choice.value === value)
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      {[{ value: null, label: 'All', count: total }, ...shown].map((choice) => (
        <Button
          key={choice.label}
          size="small"
          aria-pressed={choice.value === value}
          className="aria-pressed:border-primary-text aria-pressed:bg-primary-soft aria-pressed:text-primary-text"
          onClick={() => onChange(choice.value)}
        >
          {choice.label} <span className="tabular-nums">{formatCount(choice.count)}</span>
        </Button>
      ))}
    </fieldset>
  )
}
