import { Check, Minus } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Cell } from './role-table'
import { cellWords } from './role-words'

const disc = 'inline-flex size-4.5 items-center justify-center rounded-full [&>.lucide]:size-3'
const looks: Record<Cell, string> = {
  allowed: `${disc} bg-primary text-primary-foreground [&>.lucide]:stroke-3`,
  not_self: `${disc} text-primary-text shadow-[inset_0_0_0_1.5px_var(--primary-text)] [&>.lucide]:stroke-2.5`,
  taken: `${disc} bg-destructive-soft text-destructive-text [&>.lucide]:stroke-3`,
  none: 'inline-flex w-4.5 justify-center text-disabled-foreground [&>.lucide]:size-3',
}

/** The mark alone. */
export const CellMark = ({ cell }: { cell: Cell }) => (
  <span aria-hidden className={cn(looks[cell], 'forced-colors:border')}>
    {cell === 'allowed' || cell === 'not_self' ? <Check /> : <Minus />}
  </span>
)

/** A mark that speaks: "Allowed", "Taken away". */
export const RoleCell = ({ cell }: { cell: Cell }) => (
  <>
    <CellMark cell={cell} />
    <span className="sr-only">{cellWords[cell]}</span>
  </>
)

const legend: Cell[] = ['allowed', 'not_self', 'taken', 'none']

export const Legend = () => (
  <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-xs">
    {legend.map((cell) => (
      <li key={cell} className="flex items-center gap-1.5">
        <CellMark cell={cell} />
        {cellWords[cell]}
      </li>
    ))}
  </ul>
)
