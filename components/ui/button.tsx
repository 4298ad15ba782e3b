'use client'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look'
import { cn } from './cn'
import { DisabledReason } from './disabled-reason'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  ButtonLook & {
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
        className={cn(buttonLook({ variant, size }), className, pending && 'cursor-progress')}
        aria-busy={pending || undefined}
        onClick={click}
      >
        {pending ? <LoaderCircle className="animate-spin" /> : icon}
        {pending ? (pendingLabel ?? children) : children}
      </button>
    </DisabledReason>
  )
}
