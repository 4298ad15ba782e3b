'use client'
import {
  cloneElement,
  createContext,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  use,
  useId,
  useRef,
  useState,
} from 'react'
export type MenuState = {
  open: boolean
  setOpen: (open: boolean) => void
  trigger: RefObject<HTMLElement | null>
  /** Opened by a key: its first entry gets the focus. */
  byKey: RefObject<boolean>
  id: string
}

export const MenuContext = createContext<MenuState | null>(null)

export function useMenu(): MenuState {
  const menu = use(MenuContext)
  if (!menu) throw new Error('This belongs into a DropdownMenu')
  return menu
}

export function DropdownMenu({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLElement>(null)
  const byKey = useRef(false)
  const id = useId()
  return <MenuContext value={{ open, setOpen, trigger, byKey, id }}>{children}</MenuContext>
}

const opening = new Set(['Enter', ' ', 'ArrowDown'])

/** Its child, a button, opens the menu: on press, as menus of the system do, or by Enter, Space and ↓. */
export function DropdownMenuTrigger({ children }: { children: ReactElement<object> }) {
  const { open, setOpen, trigger, byKey, id } = useMenu()
  return cloneElement(children, {
    ref: trigger,
    id: `${id}button`,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': open ? `${id}menu` : undefined,
    'data-state': open ? 'open' : 'closed',
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || event.ctrlKey) return
      byKey.current = false
      setOpen(!open)
      if (!open) event.preventDefault() // the focus belongs to the menu now
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!opening.has(event.key)) return
      event.preventDefault()
      byKey.current = true
      setOpen(event.key === 'ArrowDown' || !open)
    },
  } as object)
}
