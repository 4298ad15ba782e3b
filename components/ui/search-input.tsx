'use client'
import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { useShortcut } from '@/lib/client/shortcuts'
import { cn } from './cn'
import { Kbd } from './kbd'

type Props = {
  /** Says what is searched, as placeholder and accessible name: "Search name or email". */
  label: string
  value: string
  onValueChange: (value: string) => void
  className?: string
}

/** The search of a list; "/" goes to it, Escape empties it. */
export function SearchInput({ label, value, onValueChange, className }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', () => input.current?.focus())
  const clear = () => {
    onValueChange('')
    input.current?.focus()
  }
  return (
    <div
      className={cn(
        'field-box relative flex h-7 w-57 items-center shadow-[0_1px_1px_oklch(0.2_0.01_265/.06)] max-sm:h-11 max-sm:w-auto max-sm:min-w-60 max-sm:flex-1 dark:bg-accent dark:shadow-none',
        className,
      )}
    >
      <Search className="pointer-events-none absolute left-2.5 text-muted-foreground" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && value && clear()}
        className="peer size-full min-w-0 text-ellipsis rounded-md bg-transparent pr-8 pl-8 text-sm outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {value ? (
        <button
          type="button"
          aria-label="Clear search"
          onClick={clear}
          className="absolute right-0.5 flex size-6 items-center justify-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground max-sm:size-11"
        >
          <X className="size-3.5" />
        </button>
      ) : (
        <Kbd className="pointer-events-none absolute right-2 peer-focus:hidden max-md:hidden">
          /
        </Kbd>
      )}
    </div>
  )
}
