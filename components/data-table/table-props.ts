import type { ReactNode } from 'react'
import type { ProblemBody } from '@/lib/domain/problems'
import type { Column, Density, Pager, Selection, Sort } from './column'

export type DataTableProps<Row> = {
  /** What the table is, for assistive technology: "Users". */
  caption: string
  /** Module scope or memo: a new array each render rebuilds the table. */
  columns: readonly Column<Row>[]
  /** Undefined until the first answer. Order, filter and page are the server's. */
  rows: readonly Row[] | undefined
  getRowId: (row: Row) => string
  /** Names a row: "Actions for Tom Li", "Select Tom Li". */
  rowLabel: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Newer rows are on their way: the old ones stay, dimmed. */
  fetching: boolean
  problem: ProblemBody | null
  onRetry: () => void
  /** Instead of rows when there are none: `EmptyState` or `NothingMatches`. */
  empty: ReactNode
  /** `MenuEntries`, rendered while the menu of the row is open. */
  rowMenu?: (row: Row) => ReactNode
  onOpen?: (row: Row) => void
  /** From `useSelection`; on phones the avatar is the checkbox. */
  selection?: Selection
  /** A row that stands for something that is not chosen, such as access that nobody granted: its box is off. */
  isLocked?: (row: Row) => boolean
  /** The `BulkBar`: floats over the last rows, which then scroll clear of it. */
  bulk?: ReactNode
  /** From `useTableView`: columns left out of the wide table, and the height of its rows. */
  view?: { hidden: ReadonlySet<string>; density: Density }
  /** The avatar before a row of the narrow list (size 32). */
  leading?: (row: Row) => ReactNode
  pager?: Pager
}
