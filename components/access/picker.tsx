'use client'
import { Command } from 'cmdk'
import { ChevronDown, Search } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { cn } from '@/components/ui/cn'
import { menuItem } from '@/components/ui/menu-styles'
import { PopoverBox } from '@/components/ui/popover-box'

type Props = {
  /** What is chosen here: "Permission". */
  label: string
  icon?: ReactNode
  /** The choice in words; what to do while there is none. */
  words: string
  chosen: boolean
  /** As wide as there is room: in a form, not in a sentence. */
  wide?: boolean
  children: (close: () => void) => ReactNode
}

/** One blank of a question that is a sentence: what stands in it, and a search for something else. */
export function Picker({ label, icon, words, chosen, wide, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          aria-label={`${label}: ${words}`}
          className={cn(
            buttonLook(),
            'min-w-0 max-w-full shrink',
            !chosen && 'border-dashed',
            wide && 'flex-1 justify-start',
          )}
        >
          {icon && <span className="flex text-muted-foreground">{icon}</span>}
          <bdi className={cn('min-w-0 truncate', !chosen && 'text-muted-foreground')}>{words}</bdi>
          <ChevronDown className={cn('text-muted-foreground', wide && 'ml-auto')} />
        </button>
      </Popover.Trigger>
      <PopoverBox label={label}>{children(() => setOpen(false))}</PopoverBox>
    </Popover.Root>
  )
}

export type Option = { value: string; label: string; hint?: string; icon?: ReactNode }
type ListProps = {
  label: string
  placeholder: string
  groups: readonly { label?: string; options: readonly Option[] }[]
  onChoose: (value: string) => void
  /** Searched by the server; without it, here. */
  search?: { text: string; onChange: (text: string) => void }
  /** When nothing is found; null: not known yet. */
  empty: string | null
}

/** What a picker offers, under its search. */
export const PickerList = ({ label, placeholder, groups, onChoose, search, empty }: ListProps) => (
  <Command shouldFilter={!search} label={label} loop>
    <div className="field-box mb-1 flex h-8 items-center gap-2 px-2 max-sm:h-11">
      <Search className="shrink-0 text-muted-foreground" />
      <Command.Input
        {...(search && { value: search.text, onValueChange: search.onChange })}
        placeholder={placeholder}
        className="min-w-0 flex-1 bg-transparent outline-none"
      />
    </div>
    <Command.List className="max-h-72 overflow-y-auto">
      {empty && (
        <Command.Empty className="px-2 py-1.5 text-muted-foreground">{empty}</Command.Empty>
      )}
      {groups.map((group) => (
        <Command.Group
          key={group.label ?? ''}
          heading={group.label}
          className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-muted-foreground [&>[cmdk-group-heading]]:text-xs"
        >
          {group.options.map((option) => (
            <Command.Item
              key={option.value}
              value={option.value}
              keywords={[option.label, option.hint ?? '']}
              onSelect={() => onChoose(option.value)}
              className={`${menuItem} data-[selected=true]:bg-accent dark:data-[selected=true]:bg-pressed`}
            >
              {option.icon}
              <span className="min-w-0 flex-1">
                <bdi className="block truncate">{option.label}</bdi>
                {option.hint && (
                  <span className="block truncate text-muted-foreground text-xs">
                    {option.hint}
                  </span>
                )}
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      ))}
    </Command.List>
  </Command>
)
