'use client'
import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { menuBox, menuItem } from './menu-styles'

export type SelectOption<T extends string> = {
  value: T
  label: string
  icon?: ReactNode
  description?: string
}

type Props<T extends string> = {
  value: T | undefined
  onValueChange: (value: T) => void
  options: readonly SelectOption<T>[]
  placeholder?: string
  size?: 'default' | 'small'
  id?: string
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  disabled?: boolean
  className?: string
}

/** One of a list. Takes its name from `Field` (by `id`) or `aria-label`. */
export function Select<T extends string>({
  value,
  onValueChange,
  options,
  placeholder = 'Choose',
  size = 'default',
  disabled,
  className,
  ...rest
}: Props<T>) {
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(next) => onValueChange(next as T)}
      disabled={disabled}
    >
      <Radix.Trigger
        {...rest}
        className={cn(
          'field-box flex w-full min-w-0 items-center justify-between gap-2 px-2.5 text-left data-placeholder:text-muted-foreground disabled:bg-sunken disabled:text-disabled-foreground not-disabled:hover:bg-accent dark:bg-accent [&>span]:flex [&>span]:min-w-0 [&>span]:items-center [&>span]:gap-2 [&>span]:truncate',
          size === 'default' ? 'h-8 text-sm' : 'h-7 text-xs',
          'max-sm:h-10 max-sm:text-base',
          className,
        )}
      >
        <Radix.Value placeholder={placeholder} />
        <ChevronDown className="size-3.5 text-muted-foreground" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            menuBox,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} className={cn(menuItem, 'pr-8')}>
                <span className="min-w-0 flex-1">
                  <Radix.ItemText>
                    {option.icon}
                    {option.label}
                  </Radix.ItemText>
                  {option.description && (
                    <span className="block text-muted-foreground text-xs">
                      {option.description}
                    </span>
                  )}
                </span>
                <Radix.ItemIndicator className="absolute top-2 right-2">
                  <Check />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
