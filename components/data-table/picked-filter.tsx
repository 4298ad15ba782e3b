'use client'
import { Plus, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { menuBox } from '@/components/ui/menu-styles'
import { FilterGroup, filterPart, useInSheet } from './filter-look'

type Props = {
  label: string
  /** The name of what is chosen; undefined: the filter is not set. */
  words: string | undefined
  onChange: (id: string | null) => void
  /** A search and what it finds. */
  picker: (choose: (id: string) => void) => ReactNode
}

/** A filter by one of so many that they are searched: somebody, a cloud. */
export function PickedFilter({ label, words, onChange, picker }: Props) {
  const [open, setOpen] = useState(false)
  const inSheet = useInSheet()
  const choose = (id: string) => {
    onChange(id)
    setOpen(false)
  }
  if (inSheet) {
    return (
      <FilterGroup label={label}>
        {words ? (
          <div className="flex items-center justify-between gap-3">
            <bdi className="min-w-0 truncate">{words}</bdi>
            <Button variant="ghost" onClick={() => onChange(null)}>
              Clear {label}
            </Button>
          </div>
        ) : (
          picker(choose)
        )}
      </FilterGroup>
    )
  }
  return (
    <div
      className={`inline-flex h-7 max-w-80 overflow-hidden rounded-md border border-border-strong dark:bg-accent ${words ? '' : 'border-dashed'}`}
    >
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <button
            type="button"
            data-filter
            className={`${filterPart} min-w-0 gap-1 px-2 text-muted-foreground`}
          >
            {!words && <Plus className="size-3.5 shrink-0" />}
            <span className="shrink-0 whitespace-nowrap">{label}</span>
            {words && <bdi className="min-w-0 truncate font-medium text-foreground">{words}</bdi>}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={4}
            collisionPadding={8}
            aria-label={label}
            className={`${menuBox} w-80`}
          >
            {picker(choose)}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {words && (
        <button
          type="button"
          aria-label={`Clear ${label}`}
          onClick={() => onChange(null)}
          className={`${filterPart} w-7 shrink-0 justify-center border-l text-muted-foreground hover:text-foreground`}
        >
          <X className="size-3.5" />
        </button>
      )}
    </div>
  )
}
