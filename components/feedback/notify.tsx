'use client'
import type { ReactNode } from 'react'
import { part, usePart } from '@/lib/client/part'
import type { ProblemBody } from '@/lib/domain/problems'

export type ToastAction = { label: string; run: () => void }

const toasts = part(() => import('./toasts'), { soon: true })

/** The place of toasts, once they are loaded. */
export function Notifications() {
  const loaded = usePart(toasts, false)
  return loaded && <loaded.Toasts />
}

const shown = async (show: (parts: typeof import('./toasts')) => void) => {
  await toasts.load()
  const loaded = toasts.now()
  if (loaded) show(loaded)
}

type Extras = {
  /** The inverse, where there is one. */
  undo?: () => void
}

/** Toasts: bottom right, 6 s; problems stay and carry the request id. */
export const notify = {
  done: (text: ReactNode, { undo }: Extras = {}) =>
    shown(({ done }) => done(text, undo && { label: 'Undo', run: undo })),
  partly: (text: ReactNode, action?: ToastAction) => shown(({ partly }) => partly(text, action)),
  problem: (problem: ProblemBody, { retry }: { retry?: () => void } = {}) =>
    shown((loaded) => loaded.problem(problem, retry && { label: 'Try again', run: retry })),
}
