'use client'
import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { cn } from './cn'
import { DisabledReason } from './disabled-reason'

export const buttonVariants = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border border-transparent font-medium text-sm transition-colors duration-100 aria-disabled:cursor-not-allowed focus-visible:outline-offset-1',
  {
    variants: {
      variant: {
        primary:
          'bg-primary text-primary-foreground not-aria-disabled:hover:bg-primary-hover aria-disabled:bg-pressed aria-disabled:text-disabled-foreground',
        outline:
          'border-border-strong bg-background text-foreground shadow-[0_1px_1px_oklch(0.2_0.01_265/.06)] not-aria-disabled:hover:bg-accent not-aria-disabled:active:bg-pressed aria-disabled:border-border aria-disabled:text-disabled-foreground aria-disabled:shadow-none dark:bg-accent dark:shadow-none dark:not-aria-disabled:hover:bg-pressed dark:aria-disabled:bg-transparent',
        ghost:
          'text-foreground-2 not-aria-disabled:hover:bg-accent not-aria-disabled:hover:text-foreground not-aria-disabled:active:bg-pressed aria-disabled:text-disabled-foreground data-[state=open]:bg-pressed',
        destructive:
          'bg-destructive text-destructive-foreground not-aria-disabled:hover:bg-destructive-hover aria-disabled:bg-pressed aria-disabled:text-disabled-foreground',
        'destructive-ghost':
          'text-destructive-text not-aria-disabled:hover:bg-destructive-soft aria-disabled:text-disabled-foreground',
        link: 'link h-auto rounded-sm px-0 font-normal aria-disabled:text-disabled-foreground aria-disabled:no-underline',
      },
      size: {
        default: 'h-8 px-3 max-sm:h-11',
        small: 'h-7 px-2.5 text-xs max-sm:h-11 max-sm:px-3 max-sm:text-sm',
        large: 'h-9 px-4 max-sm:h-11',
        icon: 'size-7 max-sm:size-11',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0 max-sm:h-auto max-sm:px-0' }],
    defaultVariants: { variant: 'outline', size: 'default' },
  },
)

type Look = VariantProps<typeof buttonVariants>

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: Look['variant']
  size?: Look['size']
  icon?: ReactNode
  pending?: boolean
  /** Shown while pending, such as "Saving…". */
  pendingLabel?: string
  /** Why the button does nothing now. It stays visible and focusable and says so. */
  disabledReason?: ReactNode
}

/** A button. There is no `disabled`: what cannot be done says why (screens/README.md §4). */
export function Button({
  variant,
  size,
  icon,
  pending = false,
  pendingLabel,
  disabledReason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const look = cn(buttonVariants({ variant, size }), className)
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <DisabledReason reason={disabledReason}>
      <button
        {...rest}
        type={type}
        data-variant={variant}
        className={cn(look, pending && 'cursor-progress')}
        aria-busy={pending || undefined}
        onClick={click}
      >
        {pending ? <LoaderCircle className="animate-spin" /> : icon}
        {pending ? (pendingLabel ?? children) : children}
      </button>
    </DisabledReason>
  )
}
