'use client'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/client/words'
import type { ItemState, Operation } from '@/lib/modules/operations/operation'

type Props = {
  operation: Operation
  value: ItemState | null
  onChange: (state: ItemState | null) => void
}

/** Results by how they went; what there is none of is not offered. */
export function ResultFilter({ operation, value, onChange }: Props) {
  const { total, done, refused, state } = operation
  const rest = total - done - refused
  const choices: { state: ItemState | null; label: string; count: number }[] = [
    { state: null, label: 'All', count: total },
    { state: 'refused', label: 'Left out', count: refused },
    { state: 'done', label: 'Done', count: done },
    state === 'stopped'
      ? { state: 'stopped', label: 'Not reached', count: rest }
      : { state: 'waiting', label: 'Waiting', count: rest },
  ]
  return (
    <fieldset className="flex flex-wrap gap-1.5 border-b px-5 py-2.5">
      <legend className="sr-only">Results</legend>
      {choices
        .filter(({ state, count }) => state === value || state === null || count > 0)
        .map(({ state, label, count }) => (
          <Button
            key={label}
            size="small"
            aria-pressed={state === value}
            className="aria-pressed:border-primary-text aria-pressed:bg-primary-soft aria-pressed:text-primary-text"
            onClick={() => onChange(state)}
          >
            {label} <span className="tabular-nums">{formatCount(count)}</span>
          </Button>
        ))}
    </fieldset>
  )
}
