'use client'
import { useSyncExternalStore } from 'react'

/** "Confirm that it is you": asked by whatever is refused for want of a fresh proof, shown by one dialog. */
export type IdentityCheck = { organizationId: string; answer: (confirmed: boolean) => void }

let current: IdentityCheck | null = null
let asking: Promise<boolean> | null = null
const listeners = new Set<() => void>()

function set(next: IdentityCheck | null) {
  current = next
  for (const listener of listeners) listener()
}

/** Resolves true once the person has shown who they are; false when they turned back, or nothing here can ask. */
export function checkIdentity(organizationId: string): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false)
  asking ??= new Promise<boolean>((resolve) => {
    set({ organizationId, answer: resolve })
  }).finally(() => {
    asking = null
    set(null)
  })
  return asking
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useIdentityCheck = () =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  )
