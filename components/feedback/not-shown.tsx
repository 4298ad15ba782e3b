'use client'
import { RotateCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'

type Props = { onClose: () => void; onRetry: () => void }

/** In place of a dialog or drawer that broke. */
export const NotShown = ({ onClose, onRetry }: Props) => (
  <Dialog
    open
    alert
    size="small"
    onOpenChange={onClose}
    title="This could not be shown"
    description="Something in it broke. Nothing was changed."
    footer={
      <DialogFooter>
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
        <Button variant="primary" icon={<RotateCw />} onClick={onRetry}>
          Try again
        </Button>
      </DialogFooter>
    }
  />
)
