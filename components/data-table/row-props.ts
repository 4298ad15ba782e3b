import type { KeyboardEvent, MouseEvent } from 'react'

const controls = 'a, button, input, label, select, textarea, [role=menuitem]'

/** A click beside the row's own controls, or Enter on the row, opens it. Menus are portals: their clicks are not the row's. */
export function rowProps(open: (() => void) | undefined, index: number) {
  const focusable = { 'data-row': true, tabIndex: index === 0 ? 0 : -1 }
  if (!open) return focusable
  return {
    ...focusable,
    onClick: (event: MouseEvent<HTMLElement>) => {
      const target = event.target as HTMLElement
      if (!event.currentTarget.contains(target) || target.closest(controls)) return
      if (getSelection()?.toString()) return
      open()
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open()
    },
  }
}
