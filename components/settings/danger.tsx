'use client'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  /** "Delete this cloud" */
  title: string
  /** What goes with it, in a sentence. */
  children: ReactNode
  verb: string
  /** Why not now; null: it can be asked for. */
  reason: string | null
  onAsk: () => void
  /** What takes the place of the button, when it was asked for already. */
  instead?: ReactNode
}

/** What cannot be undone stands at the end of the settings, in a frame of its own. */
export function Danger({ title, children, verb, reason, onAsk, instead }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="mt-4 rounded-lg border border-destructive-line px-4 py-3.5"
    >
      <h2 id={id} className="font-semibold text-destructive-text text-sm tracking-normal">
        Danger zone
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          <h3 className="font-medium">{title}</h3>
          <p className="text-foreground-2">{children}</p>
        </div>
        {instead || (
          <Button
            className={reason ? undefined : 'text-destructive-text'}
            disabledReason={reason}
            onClick={onAsk}
          >
            {verb}
          </Button>
        )}
      </div>
    </section>
  )
}
