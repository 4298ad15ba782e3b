import type { ReactNode } from 'react'

/** Where a column stands in the three-line list of narrow windows; without one it is left out there. */
export type MobileSlot = 'title' | 'badge' | 'subtitle' | 'exceptions' | 'facts'

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Pixels; all columns share what is left over in proportion. */
  width: number
  sortable?: boolean
  /** Not shown until chosen under Columns. */
  optional?: boolean
  mobile?: MobileSlot
  /** Instead of `cell` there; null leaves it out for this row. */
  mobileCell?: (row: Row) => ReactNode
}

export type Sort = { column: string; direction: 'asc' | 'desc' }

export type Selection = {
  ids: ReadonlySet<string>
  onChange: (ids: ReadonlySet<string>) => void
}

export type Density = 'comfortable' | 'compact'

export type Pager = {
  /** "1–50 of 1,284 people"; `rangeWords` writes it. */
  summary: string
  /** null: there is no page in that direction. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}
