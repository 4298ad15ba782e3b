'use client'
import { Tooltip as Radix, Slot } from 'radix-ui'
import { type MouseEvent, type ReactElement, type ReactNode, useId, useState } from 'react'
import { floating } from './tooltip'

type Props = {
  /** Falsy: the child works as usual. */
  reason: ReactNode
  children: ReactElement
}

/** Turns its child off without hiding it: focusable, `aria-disabled`, the reason on hover, focus and tap. */
export function DisabledReason({ reason, children }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  if (!reason) return children
  const block = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOpen(true)
  }
  return (
    <Radix.Root open={open} onOpenChange={setOpen} delayDuration={0}>
      <Radix.Trigger asChild>
        <Slot.Root aria-disabled aria-describedby={open ? undefined : id} onClickCapture={block}>
          {children}
        </Slot.Root>
      </Radix.Trigger>
      <span id={id} hidden>
        {reason}
      </span>
      <Radix.Portal>
        <Radix.Content
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={floating}
        >
          {reason}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
