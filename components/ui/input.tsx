import type { ComponentProps } from 'react'
import { cn } from './cn'

export const fieldBox =
  'field-box h-8 w-full min-w-0 px-2.5 text-sm max-sm:h-11 read-only:border-border read-only:bg-sunken disabled:border-border disabled:bg-sunken disabled:text-disabled-foreground'

export type InputProps = Omit<ComponentProps<'input'>, 'size'>

export const Input = ({ className, ...rest }: InputProps) => (
  <input {...rest} className={cn(fieldBox, className)} />
)
