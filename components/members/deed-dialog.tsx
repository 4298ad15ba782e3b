'use client'
import type { ReactNode } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'

type Props = {
  /** "Remove": of the title and of the button. */
  verb: string
  pendingVerb: string
  /** On the button, when it does more than the title says. */
  label?: string
  /** "From" or "In", before the organization. */
  where: string
  name: string
  pending: boolean
  /** What it would do is read, and nothing stands against it. */
  ready: boolean
  /** The reversible way, at the left. */
  note?: ReactNode
  /** What comes first. */
  before?: ReactNode
  onGo: () => void
  onClose: () => void
  children: ReactNode
}

/** A deed on one person that ends something: what it would do stands above its button. */
export function DeedDialog({ verb, where, name, pending, onClose, children, ...props }: Props) {
  const { organizationName } = useViewer()
  const close = () => !pending && onClose()
  return (
    <Dialog
      alert
      open
      inAddress
      size="large"
      onOpenChange={close}
      title={
        <>
          {verb} <bdi>{name}</bdi>?
        </>
      }
      description={
        <>
          {where} <bdi>{organizationName}</bdi>. Other organizations are not affected.
        </>
      }
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
              pendingLabel={props.pendingVerb}
              className="min-w-0 max-w-full shrink"
              onClick={props.onGo}
            >
              <span className="truncate">
                {props.label || (
                  <>
                    {verb} <bdi>{name}</bdi>
                  </>
                )}
              </span>
            </Button>
          )}
        </DialogFooter>
      }
    >
      {children}
    </Dialog>
  )
}
