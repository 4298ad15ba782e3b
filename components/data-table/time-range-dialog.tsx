'use client'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { Input } from '@/components/ui/input'
import { timeBounds } from '@/lib/domain/time-filter'

type Props = {
  label: string
  value: string | null
  onChoose: (value: string) => void
  onClose: () => void
}

/** Days from a calendar, for a time filter. */
export function TimeRangeDialog({ label, value, onChoose, onClose }: Props) {
  const [given = '', until = ''] = value?.includes('..') ? value.split('..') : []
  const [first, setFirst] = useState(given)
  const [last, setLast] = useState(until)
  const [fault, setFault] = useState<string>()
  const choose = () => {
    const next = `${first}..${last}`
    if (timeBounds(next, new Date())) {
      onChoose(next)
      onClose()
    } else setFault(first && last ? 'Give a day after the first one.' : 'Give at least one day.')
  }
  return (
    <FormDialog
      open
      size="small"
      title={label}
      description="Both days count, from midnight to midnight UTC."
      onClose={onClose}
      onSubmit={choose}
      error={null}
      pending={false}
      dirty={false}
      submitLabel="Show"
      pendingLabel="Show"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First day">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={first}
              onChange={(event) => setFirst(event.target.value)}
            />
          )}
        </Field>
        <Field label="Last day" error={fault}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={last}
              onChange={(event) => setLast(event.target.value)}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  )
}
