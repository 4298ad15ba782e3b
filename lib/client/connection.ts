'use client'
import { useSyncExternalStore } from 'react'
import type { ProblemBody } from '@/lib/domain/problems'
import { noAnswer, offline, unknownOutcome } from './problem-error'

/** offline: this device has no network. unreachable: it has, and Gatehouse does not answer. */
export type Connection = 'online' | 'offline' | 'unreachable'

const ASK_AGAIN = 3_000 // ms

let unreachable = false
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: boolean) {
  clearTimeout(timer)
  if (next) timer = setTimeout(askAgain, ASK_AGAIN)
  if (next === unreachable) return
  unreachable = next
  for (const listener of listeners) listener()
}

async function askAgain() {
  const answer = await fetch('/api/ready', { cache: 'no-store' }).catch(() => null)
  set(unreachable && !answer?.ok)
}

export const isOffline = () => typeof navigator !== 'undefined' && !navigator.onLine

export const connectionNow = (): Connection => {
  if (isOffline()) return 'offline'
  return unreachable ? 'unreachable' : 'online'
}

export const noteAnswered = () => set(false)

/** A request that got no answer: what to say, and the page tells it too. */
export function noteUnanswered(kind: 'read' | 'write'): ProblemBody {
  if (!isOffline()) set(true)
  if (kind === 'write') return unknownOutcome
  return isOffline() ? offline : noAnswer
}

/** A refusal that says that the server is there and cannot serve. */
export const noteRefused = ({ code }: ProblemBody) => set(code === 'unavailable')

function subscribe(listener: () => void) {
  listeners.add(listener)
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

export const useConnection = (): Connection =>
  useSyncExternalStore(subscribe, connectionNow, () => 'online')
