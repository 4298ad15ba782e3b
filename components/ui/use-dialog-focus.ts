'use client'
import { useRef } from 'react'

const fields = 'input:not([readonly],:disabled), textarea, [role=radio][data-state=checked]'

/** The first field, else the first button of the footer (Cancel), rather than the cross. */
const firstOf = (box: HTMLElement) =>
  box.querySelector<HTMLElement>('[data-autofocus]') ??
  box.querySelector<HTMLElement>(`[data-body] :is(${fields})`) ??
  box.querySelector<HTMLElement>('footer button')

/** Focus goes in on opening and back to whoever opened it; Radix knows only openers that are its own triggers. */
export function useDialogFocus() {
  const opener = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: (event: Event) => {
      opener.current = document.activeElement
      const target = firstOf(event.currentTarget as HTMLElement)
      if (!target) return
      event.preventDefault()
      target.focus()
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      const back = opener.current?.isConnected ? opener.current : document.querySelector('main')
      if (back instanceof HTMLElement) back.focus()
    },
  }
}
