'use client'
import { useEffect } from 'react'

const focusable = 'a[href], button, input:not([type=hidden]), select, textarea, [tabindex="0"]'

/** Where the focus goes on: the first control of the innermost place that is still there, else the page. */
function refuge(trail: readonly Element[]): HTMLElement | null {
  const main = document.getElementById('main')
  const place = trail.find((element) => element.isConnected)
  if (!place || place === document.body || place.contains(main)) return main
  const inside = [...place.querySelectorAll<HTMLElement>(focusable)]
  return inside.find((element) => element.checkVisibility()) ?? main
}

/** Whatever holds the focus may go: a cleared filter, a row, a panel. Then the focus stays near instead of nowhere. */
export function useKeptFocus() {
  useEffect(() => {
    let trail: Element[] = [] // what has the focus, and what it lies in
    let timer: ReturnType<typeof setTimeout> | undefined
    const nowhere = () => document.activeElement === document.body
    const remember = ({ target }: FocusEvent) => {
      trail = []
      for (let at = target as Element | null; at; at = at.parentElement) trail.push(at)
    }
    const forget = () =>
      setTimeout(() => {
        if (nowhere() && trail[0]?.isConnected) trail = [] // somebody clicked beside it
      })
    const rescue = () => {
      if (!nowhere() || trail.length === 0 || trail[0]?.isConnected) return
      refuge(trail)?.focus({ preventScroll: true })
    }
    // Dialogs and menus put it back themselves, in timers of their own: they go first.
    const removed = new MutationObserver(() => {
      if (!nowhere() || trail.length === 0 || trail[0]?.isConnected) return
      clearTimeout(timer)
      timer = setTimeout(rescue, 80)
    })
    removed.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', forget)
    return () => {
      removed.disconnect()
      clearTimeout(timer)
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', forget)
    }
  }, [])
}
