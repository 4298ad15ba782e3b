'use client'
import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './cn'

type Props = {
  trigger: ReactElement
  /** Names the box for assistive technology. */
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
  className?: string
  children: ReactNode
}

export const Popover = ({
  trigger,
  label,
  open,
  onOpenChange,
  align,
  className,
  ...rest
}: Props) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        aria-label={label}
        align={align ?? 'start'}
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          'z-50 w-72 animate-pop rounded-lg bg-raised p-3 shadow-pop outline-none',
          className,
        )}
      >
        {rest.children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
