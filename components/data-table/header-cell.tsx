import { ArrowDown, ArrowUp } from 'lucide-react'
import { cn } from '@/components/ui/cn'

type Props = {
  label: string
  sorted: false | 'asc' | 'desc'
  /** null: the server does not sort by this. */
  onSort: (() => void) | null
  className?: string
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

export function HeaderCell({ label, sorted, onSort, className }: Props) {
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={cn(
        'sticky top-0 z-2 h-(--row-head) border-y bg-sunken pr-4 text-left font-medium text-muted-foreground text-xs',
        className,
      )}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={cn(
            'group -mx-1 inline-flex h-6 max-w-[calc(100%+8px)] items-center gap-1 rounded-sm px-1 hover:text-foreground',
            sorted && 'text-foreground',
          )}
        >
          <span className="truncate">{label}</span>
          <Arrow
            className={cn(
              'size-3.5 stroke-2',
              !sorted && 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
            )}
          />
        </button>
      ) : (
        <span className="block truncate">{label}</span>
      )}
    </th>
  )
}
