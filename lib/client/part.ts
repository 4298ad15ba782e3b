'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { clearNotLoaded, raiseNotLoaded } from './page-alert'

const AGAIN = 4_000 // ms

/** Code that the first view does without: menus, dialogs, toasts. */
export type Part<T> = {
  /** Resolves false when it could not be loaded; the next call tries again. */
  load: () => Promise<boolean>
  now: () => T | undefined
  subscribe: (listener: () => void) => () => void
}

/** Loaded when first used; with `soon` at the first sign of a person on the page, before they press anything. */
export function part<T>(get: () => Promise<T>, { soon = false } = {}): Part<T> {
  let value: T | undefined
  let loading: Promise<boolean> | undefined
  const listeners = new Set<() => void>()
  const load = () => {
    loading ??= get().then(
      (loaded) => {
        value = loaded
        clearNotLoaded()
        for (const listener of listeners) listener()
        return true
      },
      () => {
        loading = undefined
        return false
      },
    )
    return loading
  }
  if (soon) atFirstSign(load)
  return {
    load,
    now: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The part once it is there, asked for while `wanted`. When it cannot be had the page says so, and asks on. */
export function usePart<T>(of: Part<T>, wanted: boolean): T | undefined {
  const value = useSyncExternalStore(of.subscribe, of.now, () => undefined)
  const missing = wanted && value === undefined
  useEffect(() => {
    if (!missing) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let wanted = true
    const ask = async () => {
      if ((await of.load()) || !wanted) return
      raiseNotLoaded()
      timer = setTimeout(ask, AGAIN)
    }
    void ask()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [of, missing])
  return value
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const
const waiting = new Set<() => unknown>()

function atFirstSign(load: () => unknown) {
  if (typeof document === 'undefined') return
  if (waiting.size === 0) for (const sign of signs) document.addEventListener(sign, seen, true)
  waiting.add(load)
}

function seen() {
  for (const sign of signs) document.removeEventListener(sign, seen, true)
  for (const load of waiting) load()
  waiting.clear()
}
