'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter, type DialogProps } from '@/components/ui/dialog'
import { useAskBeforeLeaving, useBackCloses } from '@/lib/client/leaving'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import type { ProblemBody } from '@/lib/domain/problems'

type Props = Pick<DialogProps, 'open' | 'title' | 'description' | 'size' | 'inAddress'> & {
  onClose: () => void
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

/** What goes on once the person gives up what was typed: closing it, or going back. */
type Asking = { discard: () => void }

/** A form in a dialog. Stays open on a refusal, says it, and keeps what was typed. */
export function FormDialog(props: Props) {
  const { open, onClose, pending, dirty, error } = props
  const [asking, setAsking] = useState<Asking | null>(null)
  const requestClose = () => {
    if (pending) return
    if (dirty) setAsking(asking ? null : { discard: onClose })
    else onClose()
  }
  useLeaveWarning(open && dirty)
  useAskBeforeLeaving(open && (dirty || pending), (go) => {
    if (!pending) setAsking({ discard: go })
  })
  useBackCloses(open && !dirty && !pending && !props.inAddress, onClose)
  return (
    <Dialog
      open={open}
      inAddress
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
          <DiscardFooter onKeep={() => setAsking(null)} onDiscard={asking.discard} />
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
