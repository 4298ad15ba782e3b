import type { ReactNode } from 'react'

export type FilterPart = {
  id: string
  label: string
  /** It holds a value now. */
  set: boolean
  /** Under "+ More" until set or chosen there. */
  more?: boolean
  /** A `FilterMenu`, `FilterSingle` or `FilterTime`. */
  node: ReactNode
}

export type FiltersProps = {
  parts: readonly FilterPart[]
  /** Search or filters are set: offers Clear, which also empties the search. */
  active: boolean
  onClear: () => void
}
