'use client'
import { Plus, X } from 'lucide-react'
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'

type Option<T extends string> = { value: T; label: string }

type Props<T extends string> = {
  /** "Organization role" */
  label: string
  options: readonly Option<T>[]
  /** None: the filter is not set. */
  values: readonly T[]
  onValuesChange: (values: T[]) => void
}

/** "Owner", "Owner or Collaborator", "Owner or 2 more". */
function valueWords<T extends string>(options: readonly Option<T>[], values: readonly T[]) {
  const [first, second, ...others] = options.filter((option) => values.includes(option.value))
  if (!first || !second) return first?.label
  return `${first.label} or ${others.length > 0 ? `${others.length + 1} more` : second.label}`
}

const part =
  'inline-flex h-full items-center text-xs -outline-offset-2 hover:bg-accent data-[state=open]:bg-pressed max-sm:text-sm'

/** A filter of the toolbar: dashed "+ Status" until set, then "Status Active ×". */
export function FilterMenu<T extends string>(props: Props<T>) {
  const { label, options, values, onValuesChange } = props
  const set = values.length > 0
  const toggle = (value: T, on: boolean) =>
    onValuesChange(on ? [...values, value] : values.filter((other) => other !== value))
  return (
    <div
      className={`inline-flex h-7 overflow-hidden rounded-md border border-border-strong max-sm:h-10 dark:bg-accent ${set ? '' : 'border-dashed'}`}
    >
      <DropdownMenu>
        <DropdownMenuTrigger>
          <button type="button" className={`${part} gap-1 px-2 text-muted-foreground`}>
            {!set && <Plus className="size-3.5" />}
            {label}
            {set && (
              <span className="font-medium text-foreground">{valueWords(options, values)}</span>
            )}
          </button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          {options.map((option) => (
            <DropdownMenuCheckboxItem
              key={option.value}
              checked={values.includes(option.value)}
              onCheckedChange={(on) => toggle(option.value, on)}
            >
              {option.label}
            </DropdownMenuCheckboxItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {set && (
        <button
          type="button"
          aria-label={`Clear ${label}`}
          onClick={() => onValuesChange([])}
          className={`${part} w-7 justify-center border-l text-muted-foreground hover:text-foreground max-sm:w-10`}
        >
          <X className="size-3.5" />
        </button>
      )}
    </div>
  )
}
