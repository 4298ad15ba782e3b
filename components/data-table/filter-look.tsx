'use client'
import { Plus, X } from 'lucide-react'
import { createContext, type ReactElement, type ReactNode, useContext } from 'react'
import { DropdownMenuContent } from '@/components/ui/dropdown-menu'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'

/** Where a filter stands: a chip of the toolbar, or a part of the "Filters" sheet of phones. */
export const FilterLook = createContext<'chip' | 'sheet'>('chip')
export const useInSheet = () => useContext(FilterLook) === 'sheet'

export const filterPart =
  'inline-flex h-full items-center text-xs -outline-offset-2 hover:bg-accent data-[state=open]:bg-pressed max-sm:text-sm'

type FrameProps = {
  label: string
  /** What is set, in words; undefined: nothing. */
  words: string | undefined
  onClear: () => void
  /** What the button opens. */
  opens: (button: ReactElement<object>) => ReactNode
}

/** Dashed "+ Status" until set, then "Status Active ×". */
export const FilterFrame = ({ label, words, onClear, opens }: FrameProps) => (
  <div
    className={`inline-flex h-7 max-w-80 overflow-hidden rounded-md border border-border-strong max-sm:h-11 dark:bg-accent ${words ? '' : 'border-dashed'}`}
  >
    {opens(
      <button
        type="button"
        data-filter
        className={`${filterPart} min-w-0 gap-1 px-2 text-muted-foreground`}
      >
        {!words && <Plus className="size-3.5 shrink-0" />}
        <span className="shrink-0 whitespace-nowrap">{label}</span>
        {words && <bdi className="min-w-0 truncate font-medium text-foreground">{words}</bdi>}
      </button>,
    )}
    {words && (
      <button
        type="button"
        aria-label={`Clear ${label}`}
        onClick={onClear}
        className={`${filterPart} w-7 shrink-0 justify-center border-l text-muted-foreground hover:text-foreground max-sm:w-10`}
      >
        <X className="size-3.5" />
      </button>
    )}
  </div>
)

type ChipProps = Omit<FrameProps, 'opens'> & {
  /** Entries of its menu. */
  children: ReactNode
}

export const FilterChip = ({ children, ...frame }: ChipProps) => (
  <FilterFrame
    {...frame}
    opens={(button) => (
      <DropdownMenu>
        <DropdownMenuTrigger>{button}</DropdownMenuTrigger>
        <DropdownMenuContent align="start">{children}</DropdownMenuContent>
      </DropdownMenu>
    )}
  />
)

/** The same in the sheet: its choices lie open. */
export const FilterGroup = ({ label, children }: { label: string; children: ReactNode }) => (
  <fieldset className="border-border-subtle border-b py-2 last:border-b-0">
    <legend className="float-left w-full py-1 font-medium">{label}</legend>
    <div className="clear-left flex flex-col">{children}</div>
  </fieldset>
)

type LineProps = {
  type: 'checkbox' | 'radio'
  name: string
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

export const FilterLine = ({ type, name, checked, onChange, children }: LineProps) => (
  <label className="flex min-h-10 items-center gap-3">
    <input
      type={type}
      name={name}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      className="size-4.5 shrink-0 accent-primary"
    />
    {children}
  </label>
)
