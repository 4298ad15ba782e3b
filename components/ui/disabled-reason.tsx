'use client'
import { cloneElement, type MouseEvent, type ReactElement, type ReactNode, useId } from 'react'
import { showTip, tipOf } from './tooltip'

type Props = {
  /** Falsy: the child works as usual. */
  reason: ReactNode
  children: ReactElement<object>
}

/** Turns its child off without hiding it: focusable, `aria-disabled`, the reason on hover, focus and tap. */
export const DisabledReason = ({ reason, children }: Props) =>
  reason ? <Off reason={reason}>{children}</Off> : children

function Off({ reason, children }: Props) {
  const id = useId()
  const block = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    event.stopPropagation()
    showTip(event.currentTarget)
  }
  return (
    <>
      {cloneElement(children, {
        ...tipOf(id),
        'aria-disabled': true,
        'aria-describedby': id,
        onClickCapture: block,
      } as object)}
      <span id={id} hidden>
        {reason}
      </span>
    </>
  )
}
