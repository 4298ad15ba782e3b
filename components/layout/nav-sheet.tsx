'use client'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { DialogCross } from '@/components/ui/dialog'
import { useDialogFocus } from '@/components/ui/use-dialog-focus'
import { useBackCloses } from '@/lib/client/leaving'

type Props = { onClose: () => void; head: ReactNode; children: ReactNode }

/** The sidebar of small windows, from the left. */
export function NavSheet({ onClose, head, children }: Props) {
  const { onCloseAutoFocus } = useDialogFocus()
  useBackCloses(true, onClose)
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-(--scrim)" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={onCloseAutoFocus}
          className="fixed inset-y-0 left-0 z-40 w-70 max-w-[85vw] animate-slide-left overflow-y-auto bg-sunken shadow-pop outline-none"
        >
          <Radix.Title className="sr-only">Menu</Radix.Title>
          <div className="flex items-center justify-between pr-4">
            {head}
            <DialogCross />
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
