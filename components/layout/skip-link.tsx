'use client'
import type { MouseEvent } from 'react'

// Moves the focus alone: an entry that the browser made in the history has no state, and Next does not come back to it.
const skip = (event: MouseEvent) => {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

export const SkipLink = () => (
  // biome-ignore lint/a11y/useValidAnchor: it goes to a place on the page
  <a
    href="#main"
    onClick={skip}
    className="fixed top-2 left-2 z-60 -translate-y-[300%] rounded-md bg-foreground px-3 py-2 font-medium text-background focus:translate-y-0"
  >
    Skip to content
  </a>
)
