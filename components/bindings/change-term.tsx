'use client'
import { useState } from 'react'
import { notify } from '@/components/feedback/notify'
import { FormDialog } from '@/components/form/form-dialog'
import { useNow } from '@/lib/client/clock'
import { isolated } from '@/lib/domain/isolated'
import type { BindingRow } from './binding-shapes'
import { DayField } from './day-field'
import { dayOf, daysFault, endOf, startOf } from './days'
import type { Place } from './place'
import { choiceLabel } from './role-choices'
import { useBindingCommand } from './use-change-binding'

type Props = { place: Place; row: BindingRow; onClose: () => void }

/** The dialog `?term=ide_…`: from when and until when a role counts. */
export function ChangeTerm({ place, row, onClose }: Props) {
  const { member, binding, role, readOnly } = row
  const stored = { start: dayOf(binding.startsAt), end: dayOf(binding.endsAt) }
  const [days, setDays] = useState(stored)
  const command = useBindingCommand(place)
  const now = useNow() ?? 0
  const begun = binding.startsAt === null || Date.parse(binding.startsAt) <= now
  const changed = { start: days.start !== stored.start, end: days.end !== stored.end }
  const fault = daysFault(days.start, days.end, new Date())
  const submit = async () => {
    if (fault && days.end) return
    const result = await command.run({
      memberId: member.id,
      role,
      readOnly,
      ...(changed.start && { startsAt: startOf(days.start) }),
      ...(changed.end && { endsAt: endOf(days.end) }),
      expectedVersion: binding.version,
    })
    if (!result.ok) return
    notify.done(
      <>
        {days.end ? 'Set' : 'Took away'} the end of the role of{' '}
        <bdi className="font-medium">{member.name}</bdi>
      </>,
    )
    onClose()
  }
  return (
    <FormDialog
      open
      inAddress
      size="small"
      title={`When the role of ${isolated(member.name)} ends`}
      description={`${choiceLabel(place.kind, row)} on ${isolated(place.name)}.`}
      onClose={onClose}
      onSubmit={() => void submit()}
      error={command.problem}
      pending={command.pending}
      dirty={changed.start || changed.end}
      submitLabel="Save"
      pendingLabel="Saving…"
      submitReason={changed.start || changed.end ? null : 'Nothing was changed.'}
      note="A mail comes 7 days and 1 day before, where mail is set up."
    >
      {!begun && (
        <DayField
          label="Starts"
          hint="Left blank: at once."
          value={days.start}
          onChange={(start) => setDays({ ...days, start })}
        />
      )}
      <DayField
        label="Ends"
        hint="Left blank: no end. The day itself still counts."
        error={days.end ? fault : undefined}
        value={days.end}
        min={dayOf(new Date().toISOString())}
        onChange={(end) => setDays({ ...days, end })}
      />
    </FormDialog>
  )
}
