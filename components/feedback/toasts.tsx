'use client'
import { CircleAlert, CircleCheck, CircleX, Timer, X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Toaster, toast } from 'sonner'
import { Button } from '@/components/ui/button'
import type { ProblemBody } from '@/lib/domain/problems'
import type { ToastAction } from './notify'

let mounted = () => {}
const place = new Promise<void>((resolve) => {
  mounted = resolve
})

/** Where toasts appear; what was shown before it stood there waits for it. */
export function Toasts() {
  useEffect(mounted, [])
  return (
    <Toaster
      position="bottom-right"
      duration={6000}
      offset={{ bottom: 52, right: 16 }}
      mobileOffset={{ bottom: 72, left: 16, right: 16 }}
      visibleToasts={4}
      expand
      gap={8}
      containerAriaLabel="Notifications"
    />
  )
}

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

async function show(icon: ReactNode, text: ReactNode, action?: ToastAction, duration = 6000) {
  await place
  toast.custom(
    (id) => (
      <Toast id={id} icon={icon} action={action}>
        {text}
      </Toast>
    ),
    { duration },
  )
}

export const done = (text: ReactNode, action?: ToastAction) =>
  show(<CircleCheck className="text-success-text" />, text, action)

export const partly = (text: ReactNode, action?: ToastAction) =>
  show(<CircleAlert className="text-warning-text" />, text, action)

export const problem = (body: ProblemBody, action?: ToastAction) =>
  body.code === 'rate_limited'
    ? show(<Timer className="text-warning-text" />, <Wait seconds={body.retry_after} />)
    : show(
        <CircleX className="text-destructive-text" />,
        <ProblemText problem={body} />,
        action,
        Number.POSITIVE_INFINITY,
      )

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
