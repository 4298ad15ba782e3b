'use client'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { DialogCross } from './dialog'
import { useDialogFocus } from './use-dialog-focus'

export type DrawerProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  /** An avatar or glyph before the title. */
  leading?: ReactNode
  /** A `DialogFooter`. */
  footer?: ReactNode
  children: ReactNode
}

/** For editing beside a list: from the right, on phones from below. Padding is the content's own. */
export const Drawer = (props: DrawerProps) => (
  <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-(--scrim)" />
      <Radix.Content
        {...(props.description ? {} : { 'aria-describedby': undefined })}
        {...useDialogFocus()}
        className="fixed inset-y-0 right-0 z-40 flex w-full flex-col bg-raised shadow-pop outline-none max-sm:top-auto max-sm:max-h-[calc(100dvh-32px)] max-sm:animate-slide-up max-sm:rounded-t-xl sm:max-w-155 sm:animate-slide-right"
      >
        <header className="flex shrink-0 items-center gap-3 border-b px-5 py-3">
          {props.leading}
          <div className="min-w-0 flex-1">
            <Radix.Title className="font-semibold text-lg tracking-[-0.01em]">
              {props.title}
            </Radix.Title>
            {props.description && (
              <Radix.Description className="text-foreground-2 text-sm">
                {props.description}
              </Radix.Description>
            )}
          </div>
          <DialogCross />
        </header>
        <div data-body className="min-h-0 flex-1 overflow-y-auto">
          {props.children}
        </div>
        {props.footer}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
