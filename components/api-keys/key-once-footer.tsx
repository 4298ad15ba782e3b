'use client'
import { StoredFooter } from '@/components/form/stored-footer'
import { Button } from '@/components/ui/button'
import { DialogFooter } from '@/components/ui/dialog'

type Props = {
  id: string
  stored: boolean
  asking: boolean
  onStored: (stored: boolean) => void
  onBack: () => void
  onLeave: () => void
}

export function KeyOnceFooter({ id, stored, asking, onStored, onBack, onLeave }: Props) {
  if (asking) {
    return (
      <DialogFooter
        note={
          <span role="alert" className="font-medium text-foreground text-sm">
            Close without storing the key? It is not shown again.
          </span>
        }
      >
        <Button onClick={onBack} autoFocus>
          Back to the key
        </Button>
        <Button variant="destructive" onClick={onLeave}>
          Close without it
        </Button>
      </DialogFooter>
    )
  }
  return (
    <StoredFooter id={id} what="the key" stored={stored} onStored={onStored} onDone={onLeave} />
  )
}
