'use client'
import { Popover } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { PopoverBox } from '@/components/ui/popover-box'
import { FilterFrame, FilterGroup, useInSheet } from './filter-look'

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
    <FilterFrame
      label={label}
      words={words}
      onClear={() => onChange(null)}
      opens={(button) => (
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger asChild>{button}</Popover.Trigger>
          <PopoverBox label={label}>{picker(choose)}</PopoverBox>
        </Popover.Root>
      )}
    />
  )
}
