'use client'
import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

/** The dark small box of tooltips and disabled reasons. */
export const floating =
  'z-60 max-w-72 animate-fade rounded-md bg-foreground px-2 py-1.5 text-background text-xs shadow-pop'

export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider delayDuration={350} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
)

type Props = {
  content: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactElement
}

/** Adds to what is visible; never the only place of a fact that a touch user needs. */
export function Tooltip({ content, side = 'top', open, onOpenChange, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content side={side} sideOffset={6} collisionPadding={8} className={floating}>
          {content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
