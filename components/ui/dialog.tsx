'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useBackCloses } from '@/lib/client/leaving'
import { Button } from './button'
import { cn } from './cn'
import { useDialogFocus } from './use-dialog-focus'

const widths = { small: 'sm:max-w-110', default: 'sm:max-w-130', large: 'sm:max-w-155' }

export type DialogProps = {
  open: boolean
  /** Called for Escape, the cross and a click beside it; leave `open` as it is to refuse. */
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  size?: keyof typeof widths
  /** Its address says that it is open, so Back closes it of itself. */
  inAddress?: boolean
  /** Confirmations are announced as alerts and do not close on a click beside them. */
  alert?: boolean
  footer?: ReactNode
  /** Puts a `<form className="contents">` around body and footer. */
  wrap?: (content: ReactNode) => ReactNode
  children?: ReactNode
}

/** For one decision. On phones a bottom sheet with its buttons in reach. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, size = 'default', alert, wrap } = props
  const focus = useDialogFocus()
  useBackCloses(open && !props.inAddress, () => onOpenChange(false))
  const content = (
    <>
      <div data-body className="min-h-0 overflow-y-auto px-5 pb-5 empty:pb-1">
        {props.children}
      </div>
      {props.footer}
    </>
  )
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid animate-fade grid-rows-[minmax(32px,3fr)_auto_minmax(24px,7fr)] justify-items-center overflow-hidden bg-(--scrim) max-sm:grid-rows-[1fr_auto]">
          <Radix.Content
            {...(alert && { role: 'alertdialog' })}
            {...(description ? {} : { 'aria-describedby': undefined })}
            {...focus}
            onInteractOutside={alert ? (event) => event.preventDefault() : undefined}
            className={cn(
              'row-start-2 flex max-h-[calc(100dvh-56px)] w-full flex-col overflow-hidden rounded-xl bg-raised shadow-modal outline-none max-sm:animate-slide-up max-sm:rounded-b-none sm:w-[calc(100%-48px)] sm:animate-pop',
              widths[size],
            )}
          >
            <DialogHeader title={title} description={description} />
            {wrap ? wrap(content) : content}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}

const DialogHeader = ({ title, description }: Pick<DialogProps, 'title' | 'description'>) => (
  <header className="flex shrink-0 items-start gap-4 px-5 pt-4 pb-3">
    <div className="min-w-0 flex-1">
      <Radix.Title className="font-semibold text-lg tracking-[-0.01em] [overflow-wrap:anywhere]">
        {title}
      </Radix.Title>
      {description && (
        <Radix.Description className="text-foreground-2 text-sm">{description}</Radix.Description>
      )}
    </div>
    <DialogCross />
  </header>
)

export const DialogCross = () => (
  <Radix.Close asChild>
    <Button variant="ghost" size="icon" aria-label="Close" className="-mr-1.5" icon={<X />} />
  </Radix.Close>
)

type FooterProps = {
  /** What happens, in words, or the reversible way. */
  note?: ReactNode
  children: ReactNode
}

/** The bar at the bottom of dialogs and drawers: note at the left, Cancel and the primary button at the right. */
export const DialogFooter = ({ note, children }: FooterProps) => (
  <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t bg-sunken px-5 py-3 max-sm:pb-[max(12px,env(safe-area-inset-bottom))]">
    <div className="mr-auto min-w-0 max-sm:has-[[role=alert]]:basis-full text-muted-foreground text-xs">
      {note}
    </div>
    {children}
  </footer>
)
