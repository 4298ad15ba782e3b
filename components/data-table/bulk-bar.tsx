'use client'
import { ChevronUp, X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useDenial } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { DropdownMenuContent, DropdownMenuItem } from '@/components/ui/dropdown-menu'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'
import { useEscape, useShortcut } from '@/lib/client/shortcuts'
import type { OrganizationPermission } from '@/lib/domain/permissions'
import { bulkLabel, countWords, matchWords } from './selection-words'
import type { ListSelection } from './use-selection'

export type BulkAction = {
  id: string
  /** Ends with "…" when a dialog follows. */
  label: string
  /** How many of the chosen it suits, when not all: "Remove 3 of 4…". */
  fits?: number
  icon: ReactNode
  tone?: 'default' | 'destructive'
  permission?: OrganizationPermission
  /** Why it does nothing now: a sentence that says what to do. */
  disabledReason?: string | null
  run: () => void
}

type Props = {
  selection: Pick<
    ListSelection,
    'count' | 'matching' | 'except' | 'total' | 'selectMatching' | 'clear'
  >
  actions: readonly BulkAction[]
  /** Of how many at once, where rows alone can be chosen and never everything that matches. */
  note?: string
}

/** The verbs for what is chosen. Give it to `DataTable` as `bulk`; it is there while something is chosen. */
export function BulkBar({ selection, actions, note }: Props) {
  const { count } = selection
  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 && countWords(selection)}
      </p>
      {count > 0 && <Bar {...{ selection, actions, note }} />}
    </>
  )
}

function Bar({ selection, actions, note }: Props) {
  const { count, matching, selectMatching } = selection
  const box = useRef<HTMLElement>(null)
  const denial = useDenial()
  const clear = () => {
    if (box.current?.contains(document.activeElement)) document.getElementById('main')?.focus()
    selection.clear()
  }
  useEscape(clear)
  useShortcut(['b', 'B'], () => box.current?.querySelector<HTMLElement>('[data-verb]')?.focus())
  const more = note === undefined ? matchWords(selection) : null
  const verbs = actions.map(({ label, fits, permission, disabledReason, ...action }) => ({
    ...action,
    label: bulkLabel(label, count, matching ? undefined : fits),
    reason: denial(permission) ?? disabledReason ?? null,
  }))
  return (
    <section
      ref={box}
      aria-label="Selection"
      data-bulk
      className="absolute inset-x-4 bottom-14 z-10 mx-auto flex w-fit max-w-[calc(100%-32px)] animate-pop flex-wrap items-center gap-x-1 gap-y-1 rounded-lg border bg-raised px-3 py-1.5 shadow-modal max-sm:inset-x-2 max-sm:bottom-16 max-sm:w-auto max-sm:max-w-none max-sm:flex-nowrap"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 pr-2 sm:flex-none">
        <span className="font-medium tabular-nums">{countWords(selection)}</span>
        {note && <span className="text-muted-foreground">{note}</span>}
        {more && (
          <Button
            variant="link"
            className="-mx-px min-w-0 shrink justify-start whitespace-normal text-left no-underline max-sm:min-h-6"
            onClick={selectMatching}
          >
            {more}
          </Button>
        )}
      </div>
      <span aria-hidden className="mx-1 h-5 w-px bg-border max-sm:hidden" />
      {verbs.map(({ id, icon, tone, label, reason, run }) => (
        <Button
          key={id}
          data-verb
          size="small"
          variant={tone === 'destructive' ? 'destructive-ghost' : 'ghost'}
          className="max-sm:hidden"
          icon={icon}
          disabledReason={reason}
          onClick={run}
        >
          {label}
        </Button>
      ))}
      <DropdownMenu>
        <DropdownMenuTrigger>
          <Button className="sm:hidden" icon={<ChevronUp />}>
            Actions
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent side="top" className="w-69">
          {verbs.map(({ id, label, reason, run, ...look }) => (
            <DropdownMenuItem key={id} {...look} disabledReason={reason} onSelect={run}>
              {label}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      <span aria-hidden className="mx-1 h-5 w-px bg-border max-sm:hidden" />
      <Button
        variant="ghost"
        size="icon"
        aria-label="Clear selection"
        icon={<X />}
        onClick={clear}
      />
    </section>
  )
}
