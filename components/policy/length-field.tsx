'use client'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { cn } from '@/components/ui/cn'
import { fieldBox, Input } from '@/components/ui/input'

export type Preset = { value: string; label: string }

type Props = {
  label: string
  /** Number as text; empty: the installation's own. */
  value: string
  presets: readonly Preset[]
  unit: string
  error: string | undefined
  onChange: (value: string) => void
}

// A select counts as read-only for the style sheet, and is not.
const selectBox = cn(fieldBox, 'read-only:border-border-strong read-only:bg-background')

/** A length of time out of a few, or one of one's own. */
export function LengthField({ label, value, presets, unit, error, onChange }: Props) {
  const known = presets.some((preset) => preset.value === value)
  const [own, setOwn] = useState(false)
  const custom = own || !known
  return (
    <div className="flex min-w-0 flex-1 basis-52 flex-col gap-2">
      <Field label={label} error={custom ? undefined : error}>
        {(control) => (
          <select
            {...control}
            className={selectBox}
            value={custom ? 'custom' : value}
            onChange={(event) => {
              const next = event.target.value
              setOwn(next === 'custom')
              if (next !== 'custom') onChange(next)
            }}
          >
            {presets.map((preset) => (
              <option key={preset.value} value={preset.value}>
                {preset.label}
              </option>
            ))}
            <option value="custom">Another time…</option>
          </select>
        )}
      </Field>
      {custom && (
        <Field label={`${label}, in ${unit}`} error={error}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </div>
  )
}
