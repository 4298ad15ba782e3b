'use client'
import { CircleAlert, CircleCheck, CircleX, Timer } from 'lucide-react'
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

async function show(icon: ReactNode, text: ReactNode, action?: ToastAction, duration = 6000) {
  await toasts.load()
  await toasts.now()?.show(icon, text, action, duration)
}

type Extras = {
  /** The inverse, where there is one. */
  undo?: () => void
}

/** Toasts: bottom right, 6 s; problems stay and carry the request id. */
export const notify = {
  done: (text: ReactNode, { undo }: Extras = {}) =>
    show(<CircleCheck className="text-success-text" />, text, undo && { label: 'Undo', run: undo }),
  partly: (text: ReactNode, action?: ToastAction) =>
    show(<CircleAlert className="text-warning-text" />, text, action),
  problem: (problem: ProblemBody, { retry }: { retry?: () => void } = {}) =>
    problem.code === 'rate_limited'
      ? show(<Timer className="text-warning-text" />, <Wait seconds={problem.retry_after} />)
      : show(
          <CircleX className="text-destructive-text" />,
          <ProblemText problem={problem} />,
          retry && { label: 'Try again', run: retry },
          Number.POSITIVE_INFINITY,
        ),
}

const Wait = ({ seconds }: { seconds?: number }) =>
  seconds ? `Too many tries. Again in ${seconds} s.` : 'Too many tries. Wait a little.'

const ProblemText = ({ problem }: { problem: ProblemBody }) => (
  <>
    {problem.detail}
    {problem.request_id && (
      <span className="block text-muted-foreground text-xs">
        Request <code className="font-mono">{problem.request_id}</code>
      </span>
    )}
  </>
)
