import type { KeyboardEvent, MouseEvent } from 'react'

const controls = 'a, button, input, label, select, textarea, [role=menuitem]'

/** A press that closes an open menu does nothing else. */
let closesMenu = false

/** A click beside the row's own controls, or Enter on the row, opens it. Menus are portals: their clicks are not the row's. */
export function rowProps(open: (() => void) | undefined, index: number) {
  const focusable = { 'data-row': true, tabIndex: index === 0 ? 0 : -1 }
  if (!open) return focusable
  return {
    ...focusable,
    onPointerDown: () => {
      closesMenu = document.querySelector('[role=menu], [role=listbox]') !== null
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const target = event.target as HTMLElement
      if (!event.currentTarget.contains(target) || target.closest(controls)) return
      if (closesMenu || getSelection()?.toString()) return
      open()
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open()
    },
  }
}
