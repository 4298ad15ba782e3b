'use client'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter, type DialogProps } from '@/components/ui/dialog'
import type { ProblemBody } from '@/lib/domain/problems'

type Props = Pick<DialogProps, 'open' | 'title' | 'description' | 'size'> & {
  onClose: () => void
  /** Opens it again when the Back button closed it over typed text: then it asks, as Escape does. */
  onReopen?: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** What no field can show; from `useProblemErrors`. */
  error: ProblemBody | null
  pending: boolean
  /** True when closing would lose what was typed: then Escape and the cross ask. */
  dirty: boolean
  submitLabel: string
  submitTone?: 'primary' | 'destructive'
  pendingLabel: string
  /** Why it cannot be sent now; also write it beside the button, as `note`. */
  submitReason?: ReactNode
  /** What happens, in words, at the left of the buttons. */
  note?: ReactNode
  children: ReactNode
}

/** A form in a dialog. Stays open on a refusal, says it, and keeps what was typed. */
export function FormDialog(props: Props) {
  const { open, onClose, onReopen, pending, dirty, error } = props
  const [asking, setAsking] = useState(false)
  const held = dirty && onReopen !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what closes it counts, not what is typed
  useEffect(() => {
    if (open) return
    setAsking(held)
    // After the effects of whoever owns the address.
    if (held) setTimeout(onReopen)
  }, [open])
  const requestClose = () => {
    if (pending) return
    if (dirty) setAsking(!asking)
    else onClose()
  }
  return (
    <Dialog
      open={open || held}
      onOpenChange={requestClose}
      title={props.title}
      description={props.description}
      size={props.size}
      wrap={(content) => (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation() // React's events reach the form of the page that opened the dialog
            if (!pending) props.onSubmit(event)
          }}
          className="contents"
        >
          {content}
        </form>
      )}
      footer={
        asking ? (
          <DiscardFooter onKeep={() => setAsking(false)} onDiscard={onClose} />
        ) : (
          <DialogFooter note={props.note}>
            <Button onClick={requestClose} className="max-sm:hidden">
              Cancel
            </Button>
            <Button
              type="submit"
              variant={props.submitTone ?? 'primary'}
              pending={pending}
              pendingLabel={props.pendingLabel}
              disabledReason={props.submitReason}
            >
              {props.submitLabel}
            </Button>
          </DialogFooter>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={error} />
        {props.children}
      </div>
    </Dialog>
  )
}

const DiscardFooter = (props: { onKeep: () => void; onDiscard: () => void }) => (
  <DialogFooter
    note={
      <span role="alert" className="font-medium text-foreground text-sm">
        Close and lose what you typed?
      </span>
    }
  >
    <Button onClick={props.onKeep} autoFocus>
      Keep editing
    </Button>
    <Button variant="destructive" onClick={props.onDiscard}>
      Discard
    </Button>
  </DialogFooter>
)
