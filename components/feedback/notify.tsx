'use client'
import { CircleAlert, CircleCheck, CircleX, Timer, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import type { ProblemBody } from '@/lib/domain/problems'

type ToastAction = { label: string; run: () => void }
type Text = { children: ReactNode; icon: ReactNode; action?: ToastAction; id: string | number }

const Toast = ({ children, icon, action, id }: Text) => (
  <div className="flex w-88 max-w-[calc(100vw-32px)] items-start gap-2.5 rounded-lg bg-raised py-1.5 font-sans pr-1.5 pl-3 text-foreground text-sm shadow-pop">
    <span className="mt-1.5">{icon}</span>
    <div className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">{children}</div>
    {action && (
      <Button
        variant="ghost"
        size="small"
        className="text-primary-text text-sm"
        onClick={() => {
          toast.dismiss(id)
          action.run()
        }}
      >
        {action.label}
      </Button>
    )}
    <Button
      variant="ghost"
      size="icon"
      aria-label="Dismiss"
      icon={<X />}
      onClick={() => toast.dismiss(id)}
    />
  </div>
)

const show = (icon: ReactNode, text: ReactNode, action?: ToastAction, duration = 6000) =>
  toast.custom(
    (id) => (
      <Toast id={id} icon={icon} action={action}>
        {text}
      </Toast>
    ),
    { duration },
  )

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
