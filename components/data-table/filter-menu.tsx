'use client'
import { useId } from 'react'
import { DropdownMenuCheckboxItem } from '@/components/ui/dropdown-menu'
import { FilterChip, FilterGroup, FilterLine, useInSheet } from './filter-look'

type Option<T extends string> = { value: T; label: string }

type Props<T extends string> = {
  /** "Organization role" */
  label: string
  options: readonly Option<T>[]
  /** None: the filter is not set. */
  values: readonly T[]
  onValuesChange: (values: T[]) => void
  /** Between the chosen: they are alternatives, unless said. */
  between?: 'or' | 'and'
}

/** "Owner", "Owner or Collaborator", "Owner or 2 more". */
function valueWords<T extends string>({ options, values, between = 'or' }: Props<T>) {
  const [first, second, ...others] = options.filter((option) => values.includes(option.value))
  if (!first || !second) return first?.label
  return `${first.label} ${between} ${others.length > 0 ? `${others.length + 1} more` : second.label}`
}

/** A filter of several values. */
export function FilterMenu<T extends string>(props: Props<T>) {
  const { label, options, values, onValuesChange } = props
  const name = useId()
  const inSheet = useInSheet()
  const toggle = (value: T, on: boolean) =>
    onValuesChange(on ? [...values, value] : values.filter((other) => other !== value))
  if (inSheet) {
    return (
      <FilterGroup label={label}>
        {options.map((option) => (
          <FilterLine
            key={option.value}
            type="checkbox"
            name={name}
            checked={values.includes(option.value)}
            onChange={(on) => toggle(option.value, on)}
          >
            {option.label}
          </FilterLine>
        ))}
      </FilterGroup>
    )
  }
  return (
    <FilterChip
      label={label}
      words={values.length > 0 ? valueWords(props) : undefined}
      onClear={() => onValuesChange([])}
    >
      {options.map((option) => (
        <DropdownMenuCheckboxItem
          key={option.value}
          checked={values.includes(option.value)}
          onCheckedChange={(on) => toggle(option.value, on)}
        >
          {option.label}
        </DropdownMenuCheckboxItem>
      ))}
    </FilterChip>
  )
}
