'use client'
import { useSyncExternalStore } from 'react'

// In this tab's memory, not in the address: a link from elsewhere must not put words on the sign-in page.
const KEY = 'gatehouse.left'

/** Keeps the name of the organization that was left for the page that comes next. */
export function rememberLeft(organizationName: string): void {
  try {
    sessionStorage.setItem(KEY, organizationName)
  } catch {
    // Browsers may forbid it; the sentence does without the name.
  }
}

const read = () => {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
const never = () => () => {}

/** The name, once the browser has the page. */
export const useLeft = (): string | null => useSyncExternalStore(never, read, () => null)
