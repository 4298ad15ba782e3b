'use client'
import { useSyncExternalStore } from 'react'

let now = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, 20_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    now = 0
  }
}

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

const read = () => {
  if (now === 0) now = Date.now()
  return now
}

/** Milliseconds, moved on every 20 s for all readers at once; null on the server and while hydrating. */
export const useNow = () => useSyncExternalStore<number | null>(subscribe, read, () => null)
