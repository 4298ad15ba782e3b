'use client'
import { useSyncExternalStore } from 'react'
import type { ProblemBody } from '@/lib/domain/problems'

/** What makes the whole page stale, not one form: the session ended, or it is another organization's now. */
export type PageAlert = 'unauthenticated' | 'wrong_organization'

let current: PageAlert | null = null
const listeners = new Set<() => void>()

function set(alert: PageAlert | null) {
  if (alert === current) return
  current = alert
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows the page-wide banner when the problem is one of those; says whether it did. */
export function raisePageAlert(problem: ProblemBody): boolean {
  if (problem.code !== 'unauthenticated' && problem.code !== 'wrong_organization') return false
  set(problem.code)
  return true
}

export const clearPageAlert = () => set(null)

export const usePageAlert = () =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  )
