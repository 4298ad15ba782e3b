'use client'
import { type RefObject, useEffect, useRef } from 'react'

/** Gives focus to `target` once a dialog that opened out of another one has closed: its own opener is gone. */
export function useFocusAfter(open: boolean, target: RefObject<HTMLElement | null>) {
  const was = useRef(open)
  useEffect(() => {
    const closed = was.current && !open
    was.current = open
    if (!closed) return
    // After Radix, which puts focus back in a timer of its own.
    const timer = setTimeout(() => target.current?.focus())
    return () => clearTimeout(timer)
  }, [open, target])
}
