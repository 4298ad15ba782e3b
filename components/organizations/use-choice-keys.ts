'use client'
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent } from 'react'
import { useShortcutsEnabled } from '@/lib/client/shortcuts'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrows, Home and End walk through the buttons of a list; a digit presses one, unless somebody types. */
export function useChoiceKeys(list: RefObject<HTMLElement | null>) {
  const enabled = useShortcutsEnabled()
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (!enabled || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
    if ((event.target as Element | null)?.closest('input, textarea, select')) return
    if (!/^[1-9]$/.test(event.key)) return
    buttons()[Number(event.key) - 1]?.click()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (event: KeyboardEvent) => {
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const typing = event.target instanceof HTMLInputElement
    if (typing && event.key === 'Enter') all[0]?.click()
    else if (event.key in steps) all[Math.max(0, at + (steps[event.key] ?? 0))]?.focus()
    else if (!typing && event.key === 'Home') all[0]?.focus()
    else if (!typing && event.key === 'End') all.at(-1)?.focus()
    else return
    event.preventDefault()
  }
}
