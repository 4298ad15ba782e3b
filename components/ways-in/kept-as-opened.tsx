'use client'
import { type ReactNode, useState } from 'react'

/** What stood here first. Using a link makes Next read the page again, which would call it used before one is in. */
export function KeptAsOpened({ children }: { children: ReactNode }) {
  const [first] = useState(children)
  return first
}
