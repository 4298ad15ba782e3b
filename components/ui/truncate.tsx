'use client'
import { useRef, useState } from 'react'
import { cn } from './cn'
import { Tooltip } from './tooltip'

type Props = { children: string; className?: string }

/** One line with an ellipsis; the whole text in a tooltip when some of it is hidden. Reads in its own direction. */
export function Truncate({ children, className }: Props) {
  const [open, setOpen] = useState(false)
  const text = useRef<HTMLSpanElement>(null)
  const cut = () => (text.current ? text.current.scrollWidth > text.current.clientWidth : false)
  return (
    <Tooltip content={children} open={open} onOpenChange={(next) => setOpen(next && cut())}>
      <span ref={text} dir="auto" className={cn('block min-w-0 truncate text-left', className)}>
        {children}
      </span>
    </Tooltip>
  )
}
