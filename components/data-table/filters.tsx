'use client'
import { ListFilter, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenuContent, DropdownMenuItem } from '@/components/ui/dropdown-menu'
import { lazily } from '@/components/ui/lazily'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'
import type { FiltersProps } from './filter-part'

const FilterSheet = lazily(() => import('./filter-sheet').then((m) => m.FilterSheet))

/** The filters of a `Toolbar`, after its search: chips, or on phones one button and a sheet. */
export function Filters(props: FiltersProps) {
  return (
    <>
      <Chips {...props} />
      <FilterButton {...props} />
    </>
  )
}

function Chips({ parts, active, onClear }: FiltersProps) {
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

function FilterButton(props: FiltersProps) {
  const [open, setOpen] = useState(false)
  const count = props.parts.filter(({ set }) => set).length
  if (props.parts.length === 0) return null
  return (
    <>
      <Button
        className="sm:hidden"
        icon={<ListFilter />}
        onPointerEnter={FilterSheet.load}
        onClick={() => setOpen(true)}
      >
        Filters{count > 0 && ` · ${count}`}
      </Button>
      {open && <FilterSheet {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
