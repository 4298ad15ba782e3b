'use client'
import { useSyncExternalStore } from 'react'

const PATIENCE = 60_000 // ms

let going = false
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** A page was asked for, or is there. */
export function setNavigating(next: boolean) {
  clearTimeout(timer)
  if (next) timer = setTimeout(() => setNavigating(false), PATIENCE)
  going = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useNavigating = () =>
  useSyncExternalStore(
    subscribe,
    () => going,
    () => false,
  )
