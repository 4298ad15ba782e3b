import { cn } from './cn'

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border border-transparent font-medium text-sm transition-colors duration-100 aria-disabled:cursor-not-allowed focus-visible:outline-offset-1'

const variants = {
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
  link: 'link tap h-auto rounded-sm px-0 font-normal aria-disabled:text-disabled-foreground aria-disabled:no-underline',
}

const sizes = {
  default: 'h-8 px-3 max-sm:h-11',
  small: 'h-7 px-2.5 text-xs max-sm:h-11 max-sm:px-3 max-sm:text-sm',
  large: 'h-9 px-4 max-sm:h-11',
  icon: 'size-7 max-sm:size-11',
}

export type ButtonLook = { variant?: keyof typeof variants; size?: keyof typeof sizes }

/** The classes of a button, for links that look like one. A link among text has no height of its own. */
export const buttonLook = ({ variant = 'outline', size = 'default' }: ButtonLook = {}) =>
  cn(
    base,
    variants[variant],
    sizes[size],
    variant === 'link' && 'h-auto px-0 max-sm:h-auto max-sm:px-0',
  )
