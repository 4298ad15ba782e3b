'use client'
import { type ReactNode, useId } from 'react'
import {
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu'
import { FilterChip, FilterGroup, FilterLine, useInSheet } from './filter-look'

type Props<T extends string> = {
  /** "Last active" */
  label: string
  options: readonly { value: T; label: string }[]
  /** null: the filter is not set. */
  value: T | null
  onValueChange: (value: T | null) => void
  /** The words of a value that is none of the options. */
  words?: string
  /** A last entry that leads on: "Other dates…". */
  other?: { label: string; icon?: ReactNode; run: () => void }
}

/** A filter of one value, such as a time. */
export function FilterSingle<T extends string>(props: Props<T>) {
  const { label, options, value, onValueChange, other } = props
  const name = useId()
  const inSheet = useInSheet()
  const known = options.find((option) => option.value === value)?.label
  const words = value === null ? undefined : (known ?? props.words ?? value)
  if (inSheet) {
    const line = (text: string, at: T | null) => (
      <FilterLine
        key={text}
        type="radio"
        name={name}
        checked={value === at}
        onChange={() => onValueChange(at)}
      >
        {text}
      </FilterLine>
    )
    return (
      <FilterGroup label={label}>
        {line('Any', null)}
        {options.map((option) => line(option.label, option.value))}
        {other && (
          <FilterLine
            type="radio"
            name={name}
            checked={value !== null && known === undefined}
            onChange={other.run}
          >
            {value !== null && known === undefined ? words : other.label}
          </FilterLine>
        )}
      </FilterGroup>
    )
  }
  return (
    <FilterChip label={label} words={words} onClear={() => onValueChange(null)}>
      <DropdownMenuRadioGroup
        value={value ?? ''}
        onValueChange={(next) => onValueChange(next as T)}
      >
        {options.map((option) => (
          <DropdownMenuRadioItem key={option.value} value={option.value}>
            {option.label}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      {other && <DropdownMenuSeparator />}
      {other && (
        <DropdownMenuItem icon={other.icon} onSelect={other.run}>
          {other.label}
        </DropdownMenuItem>
      )}
    </FilterChip>
  )
}
