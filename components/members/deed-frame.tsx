'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'

type Props = {
  title: ReactNode
  description: ReactNode
  /** Of the button. */
  label: ReactNode
  pendingLabel: string
  pending: boolean
  /** What it would do is read, and nothing stands against it. */
  ready: boolean
  /** Its address says that it is open. */
  inAddress?: boolean
  /** The reversible way, at the left. */
  note?: ReactNode
  /** What comes first. */
  before?: ReactNode
  onGo: () => void
  onClose: () => void
  children: ReactNode
}

/** A deed that ends something: what it would do stands above its button. */
export function DeedFrame({ title, description, pending, onClose, children, ...props }: Props) {
  const close = () => !pending && onClose()
  return (
    <Dialog
      alert
      open
      inAddress={props.inAddress}
      size="large"
      onOpenChange={close}
      title={title}
      description={description}
      footer={
        <DialogFooter note={props.note}>
          <Button data-autofocus onClick={close}>
            Cancel
          </Button>
          {props.before}
          {props.ready && (
            <Button
              variant="destructive"
              pending={pending}
              pendingLabel={props.pendingLabel}
              className="min-w-0 max-w-full shrink"
              onClick={props.onGo}
            >
              <span className="truncate">{props.label}</span>
            </Button>
          )}
        </DialogFooter>
      }
    >
      {children}
    </Dialog>
  )
}
