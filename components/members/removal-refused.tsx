'use client'
import { ShieldCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import type { Denial } from '@/lib/domain/problems'

type Props = { denial: Denial; name: string; onClose: () => void; onManage: () => void }

/** Why this person cannot be removed now, and the way to it. */
export const RemovalRefused = ({ denial, name, onClose, onManage }: Props) => (
  <Dialog
    open
    size="small"
    onOpenChange={onClose}
    title={
      <>
        <bdi>{name}</bdi> can’t be removed now
      </>
    }
    footer={
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
        {denial.code === 'demote_first' && (
          <Button variant="primary" icon={<ShieldCheck />} data-autofocus onClick={onManage}>
            Manage access
          </Button>
        )}
      </DialogFooter>
    }
  >
    <p className="text-foreground-2">{denial.detail}</p>
  </Dialog>
)
