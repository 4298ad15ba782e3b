'use client'
import { RadioGroup } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { cn } from './cn'

export type RadioCard<T extends string> = {
  value: T
  label: string
  /** Before the label. */
  icon?: ReactNode
  description: string
}

type Props<T extends string> = {
  value: T
  onValueChange: (value: T) => void
  options: readonly RadioCard<T>[]
  /** The id of what names the group; `FieldGroup` gives it. */
  'aria-labelledby': string
  'aria-describedby'?: string
  name?: string
  className?: string
}

/** One choice out of a few that need a sentence each; side by side, on phones one below the other. */
export function RadioCards<T extends string>({
  value,
  onValueChange,
  options,
  className,
  ...rest
}: Props<T>) {
  const base = useId()
  return (
    <RadioGroup.Root
      {...rest}
      value={value}
      onValueChange={(next) => onValueChange(next as T)}
      className={cn('grid gap-2 sm:grid-cols-2', className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${base}${option.value}`}
          className="group flex gap-2.5 rounded-md border border-border-strong p-3 has-data-[state=checked]:border-primary-text has-data-[state=checked]:bg-primary-soft not-has-data-[state=checked]:hover:bg-accent"
        >
          <RadioGroup.Item
            id={`${base}${option.value}`}
            value={option.value}
            aria-labelledby={`${base}${option.value}-label`}
            aria-describedby={`${base}${option.value}-description`}
            className="relative mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-background data-[state=checked]:border-primary data-[state=checked]:bg-primary"
          >
            <RadioGroup.Indicator
              data-checkmark
              className="size-1.5 rounded-full bg-primary-foreground"
            />
          </RadioGroup.Item>
          <span className="min-w-0">
            <span
              id={`${base}${option.value}-label`}
              className="flex items-center gap-1.5 font-medium"
            >
              {option.icon}
              {option.label}
            </span>
            <span
              id={`${base}${option.value}-description`}
              className="block text-foreground-2 text-xs max-sm:text-sm"
            >
              {option.description}
            </span>
          </span>
        </label>
      ))}
    </RadioGroup.Root>
  )
}
