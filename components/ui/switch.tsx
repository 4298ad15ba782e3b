'use client'
import type { ComponentProps } from 'react'
import { cn } from './cn'

type Props = Omit<ComponentProps<'button'>, 'type' | 'role' | 'children' | 'onChange'> & {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
}

/** On or off. Needs a name: `id` for a label, or `aria-label`. */
export const Switch = ({ checked, onCheckedChange, className, ...rest }: Props) => (
  <button
    {...rest}
    type="button"
    role="switch"
    aria-checked={checked}
    onClick={() => onCheckedChange(!checked)}
    className={cn(
      'tap relative mt-0.5 inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-transparent bg-control p-px transition-colors duration-100 aria-checked:bg-primary forced-colors:border-[ButtonBorder]',
      className,
    )}
  >
    <span
      aria-hidden
      data-dot
      className={cn(
        'size-3.5 rounded-full bg-background transition-transform duration-100 forced-colors:bg-[ButtonText]',
        checked && 'translate-x-3.5',
      )}
    />
  </button>
)
