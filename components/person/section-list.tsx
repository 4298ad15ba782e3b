import type { ReactNode } from 'react'
import { LoadFailed } from '@/components/feedback/states'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProblemBody } from '@/lib/domain/problems'

type Props<Row> = {
  /** Names the list: "Sessions". */
  label: string
  rows: readonly Row[] | undefined
  problem: ProblemBody | null
  onRetry: () => void
  /** One sentence when there are none. */
  empty: ReactNode
  children: (row: Row) => ReactNode
}

/** A few lines of a page between hairlines, or why there are none. */
export function SectionList<Row>({ label, rows, problem, empty, children, onRetry }: Props<Row>) {
  if (!rows && problem) {
    return <LoadFailed title={`${label} could not be loaded`} problem={problem} onRetry={onRetry} />
  }
  if (!rows) return <Skeleton className="h-5 w-1/2" />
  if (rows.length === 0) return <p className="border-t py-2.5 text-muted-foreground">{empty}</p>
  return (
    <ul aria-label={label} className="divide-y divide-border-subtle border-y">
      {rows.map(children)}
    </ul>
  )
}

/** One line: a name, two facts, and at its end a button; on phones the facts stand below the name. */
export const SectionLine = (props: { name: ReactNode; facts: ReactNode[]; action: ReactNode }) => (
  <li className="flex min-h-10 items-center gap-3 py-1 max-sm:py-2">
    <div className="grid min-w-0 flex-1 items-baseline gap-x-4 gap-y-0.5 sm:grid-cols-[minmax(0,1.4fr)_repeat(3,minmax(0,1fr))] sm:max-md:grid-cols-2">
      <div className="min-w-0 [overflow-wrap:anywhere]">{props.name}</div>
      {props.facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a line keep their places
        <div key={index} className="min-w-0 text-foreground-2 empty:hidden">
          {fact}
        </div>
      ))}
    </div>
    <div className="flex w-20 shrink-0 justify-end">{props.action}</div>
  </li>
)
