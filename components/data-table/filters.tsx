'use client'
import { ListFilter, Plus } from 'lucide-react'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { FilterLook } from './filter-look'

export type FilterPart = {
  id: string
  label: string
  /** It holds a value now. */
  set: boolean
  /** Under "+ More" until set or chosen there. */
  more?: boolean
  /** A `FilterMenu`, `FilterSingle` or `FilterTime`. */
  node: ReactNode
}

type Props = {
  parts: readonly FilterPart[]
  /** Search or filters are set: offers Clear, which also empties the search. */
  active: boolean
  onClear: () => void
}

/** The filters of a `Toolbar`, after its search: chips, or on phones one button and a sheet. */
export function Filters(props: Props) {
  return (
    <>
      <Chips {...props} />
      <FilterSheet {...props} />
    </>
  )
}

function Chips({ parts, active, onClear }: Props) {
  const [wanted, setWanted] = useState<readonly string[]>([])
  const box = useRef<HTMLDivElement>(null)
  const hidden = parts.filter(({ id, set, more }) => more && !set && !wanted.includes(id))
  const added = useRef<string>(undefined)
  const add = (id: string) => {
    setWanted([...wanted, id])
    added.current = id
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the new chip is there
  useEffect(() => {
    const chip = `[data-part="${added.current}"] [data-filter]`
    if (added.current) box.current?.querySelector<HTMLElement>(chip)?.focus()
    added.current = undefined
  }, [wanted])
  return (
    <div ref={box} className="contents max-sm:hidden">
      {parts
        .filter((part) => !hidden.includes(part))
        .map(({ id, node }) => (
          <span key={id} data-part={id} className="contents">
            {node}
          </span>
        ))}
      {hidden.length > 0 && (
        <DropdownMenu>
          <DropdownMenuTrigger>
            <button
              type="button"
              className="inline-flex h-7 items-center gap-1 rounded-md border border-border-strong border-dashed px-2 text-muted-foreground text-xs hover:bg-accent data-[state=open]:bg-pressed dark:bg-accent"
            >
              <Plus className="size-3.5" />
              More
            </button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start">
            {hidden.map(({ id, label }) => (
              <DropdownMenuItem key={id} onSelect={() => add(id)}>
                {label}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      {active && (
        <Button variant="ghost" size="small" className="text-primary-text" onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  )
}

function FilterSheet({ parts, active, onClear }: Props) {
  const [open, setOpen] = useState(false)
  const count = parts.filter(({ set }) => set).length
  if (parts.length === 0) return null
  return (
    <>
      <Button className="sm:hidden" icon={<ListFilter />} onClick={() => setOpen(true)}>
        Filters{count > 0 && ` · ${count}`}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Filters"
        footer={
          <DialogFooter
            note={
              active && (
                <Button variant="ghost" onClick={onClear}>
                  Clear
                </Button>
              )
            }
          >
            <Button variant="primary" onClick={() => setOpen(false)}>
              Show
            </Button>
          </DialogFooter>
        }
      >
        <FilterLook.Provider value="sheet">
          {parts.map(({ id, node }) => (
            <Fragment key={id}>{node}</Fragment>
          ))}
        </FilterLook.Provider>
      </Dialog>
    </>
  )
}
