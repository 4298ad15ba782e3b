'use client'
import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

type Props = Omit<ComponentProps<typeof Radix.Root>, 'onCheckedChange' | 'asChild'> & {
  onCheckedChange: (checked: boolean) => void
}

/** Needs a name: `aria-label`, or use `CheckboxLine`. The 24 px target surrounds the 16 px box. */
export const Checkbox = ({ className, onCheckedChange, ...rest }: Props) => (
  <Radix.Root
    {...rest}
    onCheckedChange={(checked) => onCheckedChange(checked === true)}
    className={cn(
      'group relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-background text-primary-foreground after:absolute after:-inset-1 max-sm:after:-inset-4',
      'data-[state=checked]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:border-primary data-[state=indeterminate]:bg-primary',
      'disabled:border-border-strong disabled:bg-sunken aria-invalid:border-destructive-mark',
      className,
    )}
  >
    <Radix.Indicator data-checkmark>
      <Check className="size-3 stroke-3 group-data-[state=indeterminate]:hidden" />
      <Minus className="hidden size-3 stroke-3 group-data-[state=indeterminate]:block" />
    </Radix.Indicator>
  </Radix.Root>
)

/** A checkbox and its sentence. */
export const CheckboxLine = ({
  children,
  ...rest
}: Props & { id: string; children: ReactNode }) => (
  <div className="flex items-start gap-2.5">
    <Checkbox {...rest} className="mt-0.5" />
    <label htmlFor={rest.id} className="text-foreground-2">
      {children}
    </label>
  </div>
)
