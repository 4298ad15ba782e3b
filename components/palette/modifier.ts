'use client'
import { useSyncExternalStore } from 'react'

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform)
const never = () => () => {}

/** How the key beside K is written on this machine. */
export function useModifier() {
  const mac = useSyncExternalStore(never, isMac, () => false)
  return mac ? { word: '⌘', short: '⌘K' } : { word: 'Ctrl', short: 'Ctrl K' }
}

/** On a Mac Control and K cut a line in a field, so only ⌘ counts there. */
export const isPaletteKey = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'k' &&
  !event.altKey &&
  !event.shiftKey &&
  (isMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey)
