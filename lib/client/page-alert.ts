'use client'
import { useSyncExternalStore } from 'react'
import type { ProblemBody } from '@/lib/domain/problems'
import { reloadOnce } from './chunk-error'

/** What concerns the whole page, not one form: the session ended, it is another organization's now, scripts are missing. */
export type PageAlert = 'unauthenticated' | 'wrong_organization' | 'not_loaded'

let current: PageAlert | null = null
/** Where this browser is signed in instead, once a refusal said it. */
export type Elsewhere = { organizationId: string; organizationName: string }
let elsewhere: Elsewhere | null = null
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

const gates: ReadonlySet<string> = new Set(['terms_required', 'second_factor_required'])

/** Shows the page-wide banner when the problem is one of those; says whether it did. */
export function raisePageAlert(problem: ProblemBody): boolean {
  // A gate closed meanwhile: the server leads the page to what stands before it.
  if (gates.has(problem.code)) reloadOnce()
  if (problem.code !== 'unauthenticated' && problem.code !== 'wrong_organization') return false
  if (problem.code === 'wrong_organization') elsewhere = elsewhereOf(problem) ?? elsewhere
  set(problem.code)
  return true
}

function elsewhereOf({ context }: ProblemBody): Elsewhere | null {
  const { organization_id: id, organization_name: name } = context ?? {}
  return typeof id === 'string' && typeof name === 'string'
    ? { organizationId: id, organizationName: name }
    : null
}
export const elsewhereNow = () => elsewhere

export const clearPageAlert = () => {
  if (current !== 'not_loaded') set(null)
}

/** A part of the page, such as a dialog, could not be fetched: no connection, or a newer Gatehouse runs there. */
export const raiseNotLoaded = () => {
  if (current === null) set('not_loaded')
}
export const clearNotLoaded = () => {
  if (current === 'not_loaded') set(null)
}

export const usePageAlert = () =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  )
