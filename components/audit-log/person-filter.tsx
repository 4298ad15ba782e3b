'use client'
import { PickedFilter } from '@/components/data-table/picked-filter'
import { PersonPicker } from './person-picker'

type Props = {
  /** "Actor" */
  label: string
  /** The name of whoever is chosen; undefined: the filter is not set. */
  words: string | undefined
  /** Offers the program itself. */
  withSystem?: boolean
  onChange: (id: string | null) => void
}

/** A filter by somebody, found by name or email, also among those who were removed. */
export const PersonFilter = ({ withSystem = false, ...props }: Props) => (
  <PickedFilter
    {...props}
    picker={(choose) => (
      <PersonPicker label={props.label} withSystem={withSystem} onChoose={choose} />
    )}
  />
)
