'use client'
import { Field } from '@/components/form/field'
import { Input } from '@/components/ui/input'

type Props = {
  label: string
  hint: string
  error?: string
  value: string
  min?: string
  onChange: (day: string) => void
}

/** A day of the reader's own calendar, or none. */
export const DayField = ({ label, hint, error, value, min, onChange }: Props) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <Input
        {...control}
        type="date"
        min={min}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
)
