'use client'
import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'

export const treeColumns =
  'grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)_minmax(0,1.2fr)_5.75rem_1.75rem]'

const indents = { 1: '', 2: 'sm:pl-6', 3: 'pl-6 sm:pl-12' } as const
const corners = { 1: null, 2: 'left-5 max-sm:hidden', 3: 'left-5 sm:left-11' } as const
/** Where what is opened below begins: under the name. */
const insets = { 1: 'pl-10 sm:pl-9', 2: 'pl-10 sm:pl-15', 3: 'pl-16 sm:pl-21' } as const

/** Not a table's own elements: on phones a row is two lines, and display would take their meaning away. */
export const gridRow = (level: number, open?: boolean, label?: string) => ({
  role: 'row',
  'aria-level': level,
  'aria-expanded': open,
  'aria-label': label,
})
export const gridCell = { role: 'gridcell' }

type Props = {
  level: 1 | 2 | 3
  label: string
  icon: ReactNode
  name: ReactNode
  role: ReactNode
  origin: ReactNode
  end: ReactNode
  open: boolean
  onToggle: () => void
  /** Why it is so, while it is open. */
  children: ReactNode
}

/** One line of the tree: arrows walk, right and left open and close, Enter does either. */
export function TreeRow(props: Props) {
  const { level, label, open, onToggle } = props
  const why = useId()
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act(event.currentTarget, open, onToggle)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a row of a treegrid, by its spread role */}
      <div
        {...gridRow(level, open, label)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: rows of a treegrid take the focus
        tabIndex={0}
        data-tree-row
        onKeyDown={press}
        onClick={(event) => (event.target as Element).closest('a, button') || onToggle()}
        className={cn(
          'relative grid min-h-10 items-center gap-x-4 border-border-subtle border-t px-3 py-1.5 -outline-offset-2 hover:bg-accent max-sm:px-(--gutter) sm:py-0',
          treeColumns,
          open && 'bg-sunken dark:bg-accent',
        )}
      >
        <div {...gridCell} className={cn('flex min-w-0 items-center gap-2', indents[level])}>
          {corners[level] && (
            <span
              aria-hidden
              className={cn(
                'absolute top-0 h-1/2 w-3 border-border-strong border-b border-l max-sm:hidden',
                corners[level],
              )}
            />
          )}
          <span className="flex shrink-0 text-muted-foreground">{props.icon}</span>
          <span className="flex min-w-0 items-baseline gap-2">{props.name}</span>
        </div>
        <div
          {...gridCell}
          className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:justify-end sm:py-1.5"
        >
          {props.role}
        </div>
        <div
          {...gridCell}
          className="min-w-0 text-foreground-2 max-sm:col-span-2 max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:pl-6 max-sm:text-xs sm:py-2"
        >
          {props.origin}
          <span className="sm:hidden">{props.end}</span>
        </div>
        <div {...gridCell} className="whitespace-nowrap text-muted-foreground max-sm:hidden">
          {props.end ?? 'No end'}
        </div>
        <div {...gridCell} className="flex justify-end max-sm:hidden">
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Why: ${label}`}
            aria-expanded={open}
            aria-controls={open ? why : undefined}
            onClick={onToggle}
            className="inline-flex size-7 items-center justify-center rounded-md text-muted-foreground hover:bg-pressed hover:text-foreground"
          >
            <ChevronDown className={cn(open && 'rotate-180')} />
          </button>
        </div>
      </div>
      {open && (
        <div
          {...gridRow(level + 1)}
          id={why}
          className={cn('bg-sunken pt-1 pr-4 pb-4 dark:bg-accent', insets[level])}
        >
          <div {...gridCell}>{props.children}</div>
        </div>
      )}
    </>
  )
}

type Act = (row: HTMLElement, open: boolean, toggle: () => void) => void

const walk =
  (step: 1 | -1): Act =>
  (row) => {
    const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-tree-row]') ?? [])]
    rows[rows.indexOf(row) + step]?.focus()
  }
const toggle: Act = (_, __, run) => run()
const keys: Record<string, Act> = {
  ArrowDown: walk(1),
  ArrowUp: walk(-1),
  ArrowRight: (_, open, run) => open || run(),
  ArrowLeft: (_, open, run) => open && run(),
  Enter: toggle,
  ' ': toggle,
}
