'use client'
import { Fragment, useId } from 'react'
import {
  FilterChip,
  FilterGroup,
  FilterLine,
  useInSheet,
} from '@/components/data-table/filter-look'
import { DropdownMenuCheckboxItem, DropdownMenuLabel } from '@/components/ui/dropdown-menu'
import type { EventName } from '@/lib/domain/events'
import { eventGroups } from './audit-list'

type Props = { values: readonly EventName[]; onChange: (values: EventName[]) => void }

/** "member.removed", "All of People", "member.removed or 2 more". */
function wordsOf(values: readonly EventName[]): string | undefined {
  const [first] = values
  if (!first) return undefined
  const whole = eventGroups.find(
    ({ events }) =>
      events.length === values.length &&
      events.length > 1 &&
      events.every((name) => values.includes(name)),
  )
  if (whole) return `All of ${whole.label}`
  return values.length > 1 ? `${first} or ${values.length - 1} more` : first
}

/** A filter of events, under their nouns; a noun stands for all of its events. */
export function EventFilter({ values, onChange }: Props) {
  const name = useId()
  const inSheet = useInSheet()
  const set = (names: readonly EventName[], on: boolean) => {
    const others = values.filter((value) => !names.includes(value))
    onChange(on ? [...others, ...names] : others)
  }
  if (inSheet) {
    return (
      <FilterGroup label="Event">
        {eventGroups.map(({ label, events }) => (
          <FilterLine
            key={label}
            type="checkbox"
            name={name}
            checked={events.every((event) => values.includes(event))}
            onChange={(on) => set(events, on)}
          >
            {label}
          </FilterLine>
        ))}
      </FilterGroup>
    )
  }
  return (
    <FilterChip label="Event" words={wordsOf(values)} onClear={() => onChange([])}>
      {eventGroups.map(({ label, events }) => (
        <Fragment key={label}>
          <DropdownMenuLabel>{label}</DropdownMenuLabel>
          {events.length > 1 && (
            <DropdownMenuCheckboxItem
              checked={events.every((event) => values.includes(event))}
              onCheckedChange={(on) => set(events, on)}
            >
              All of {label}
            </DropdownMenuCheckboxItem>
          )}
          {events.map((event) => (
            <DropdownMenuCheckboxItem
              key={event}
              checked={values.includes(event)}
              onCheckedChange={(on) => set([event], on)}
            >
              <span className="font-mono text-xs">{event}</span>
            </DropdownMenuCheckboxItem>
          ))}
        </Fragment>
      ))}
    </FilterChip>
  )
}
