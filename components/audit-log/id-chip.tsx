'use client'
import { X } from 'lucide-react'
import { filterPart } from '@/components/data-table/filter-look'

type Props = { label: string; words: string; onClear: () => void }

/** A filter that a link has set: it can only be taken away. */
export const IdChip = ({ label, words, onClear }: Props) => (
  <div className="inline-flex h-7 max-w-80 overflow-hidden rounded-md border border-border-strong max-sm:h-11 dark:bg-accent">
    <span className="inline-flex min-w-0 items-center gap-1 px-2 text-muted-foreground text-xs max-sm:text-sm">
      {label}
      <bdi className="min-w-0 truncate font-medium text-foreground">{words}</bdi>
    </span>
    <button
      type="button"
      aria-label={`Clear ${label}`}
      onClick={onClear}
      className={`${filterPart} w-7 shrink-0 justify-center border-l text-muted-foreground hover:text-foreground max-sm:w-10`}
    >
      <X className="size-3.5" />
    </button>
  </div>
)
