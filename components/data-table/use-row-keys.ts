'use client'
import type { KeyboardEvent, RefObject } from 'react'
import { isPageShortcut, useShortcut } from '@/lib/client/shortcuts'

const rowsOf = (box: HTMLElement | null) => [
  ...(box?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

/** Menu buttons of Radix answer to pointers and keys, not to `click`. */
function press(row: HTMLElement, part: string, shiftKey: boolean) {
  const control = row.querySelector<HTMLElement>(`[${part}]`)
  if (part !== 'data-row-menu') {
    return control?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey }))
  }
  control?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
}

/** Keys of a list. Rows carry `data-row`, and inside `data-row-menu` and `data-row-select`. */
export function useRowKeys(box: RefObject<HTMLElement | null>) {
  const focusAt = (index: number) => {
    const rows = rowsOf(box.current)
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const indexOf = (node: Element | null) =>
    rowsOf(box.current).findIndex((row) => node !== null && row.contains(node))
  const here = () => indexOf(document.activeElement)

  useShortcut(['j', 'J'], () => focusAt(here() + 1))
  useShortcut(['k', 'K'], () => focusAt(Math.max(here(), 1) - 1))

  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('[data-row]')
    if (!row || !box.current?.contains(row)) return
    if (target === row && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      focusAt(indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1))
    }
    const letter = { x: 'data-row-select', X: 'data-row-select', '.': 'data-row-menu' }[event.key]
    if (!letter || !isPageShortcut(event.nativeEvent)) return
    event.preventDefault()
    press(row, letter, event.shiftKey)
  }
}
