'use client'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

const key = 'shortcuts'
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Letter shortcuts can be turned off per browser (WCAG 2.1.4). */
export const shortcutsEnabled = () => localStorage.getItem(key) !== 'off'

export function setShortcutsEnabled(on: boolean) {
  localStorage.setItem(key, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

export const useShortcutsEnabled = () =>
  useSyncExternalStore(subscribe, shortcutsEnabled, () => true)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type=checkbox],[type=radio]), textarea, select, [role=combobox]') !==
      null)

/** True when a bare key belongs to the page: nobody types, no menu or dialog is open, no modifier is down. */
export function isPageKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (isTyping(event.target)) return false
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') === null
}

/** The same for letters, which can be turned off. */
export const isPageShortcut = (event: KeyboardEvent) => shortcutsEnabled() && isPageKey(event)

/** Runs `handler` when one of `keys` is pressed on the page. */
export function useShortcut(keys: string | string[], handler: (event: KeyboardEvent) => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!([] as string[]).concat(keys).includes(event.key) || !isPageShortcut(event)) return
    event.preventDefault()
    handler(event)
  })
  useEffect(() => {
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}

/** Runs `handler` for Escape, unless a menu, a dialog or a field has its own use for it. */
export function useEscape(handler: () => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && isPageKey(event)) handler()
  })
  useEffect(() => {
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}
