'use client'
import { Popover } from 'radix-ui'
import type { RefObject } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import { type ApiCall, curlOf, pathOf } from './curl'

type Props = { call: ApiCall; opener: RefObject<HTMLButtonElement | null>; onClose: () => void }

export const CallPopover = ({ call, opener, onClose }: Props) => (
  <Popover.Root open onOpenChange={onClose}>
    <Popover.Anchor virtualRef={opener as never} />
    <Popover.Portal>
      <Popover.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="API call of this page"
        onInteractOutside={(event) => {
          // The button closes it itself.
          if (opener.current?.contains(event.target as Node)) event.preventDefault()
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          if (document.activeElement === document.body) opener.current?.focus()
        }}
        className="z-50 w-120 max-w-[calc(100vw-16px)] animate-pop rounded-lg bg-raised p-4 shadow-pop outline-none"
      >
        <CallBody call={call} />
      </Popover.Content>
    </Popover.Portal>
  </Popover.Root>
)

function CallBody({ call }: { call: ApiCall }) {
  const curl = curlOf(call, location.origin)
  return (
    <>
      <h2 className="font-semibold">The same by the API</h2>
      <p className="mt-1 break-all font-mono text-foreground-2 text-xs">
        {call.method} {pathOf(call)}
      </p>
      {call.note && <p className="mt-2 text-foreground-2">{call.note}</p>}
      <pre className="mt-3 max-h-60 overflow-y-auto whitespace-pre-wrap break-all rounded-md border bg-sunken px-3 py-2.5 font-mono text-xs/5">
        {curl}
      </pre>
      <p className="mt-2 text-muted-foreground text-xs">
        Put a key of your own into <code className="font-mono">GATEHOUSE_KEY</code> first.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <CopyButton value={curl} label="curl command" size="default" variant="primary" />
        <LinkButton variant="ghost" href="/api-keys">
          Make a key
        </LinkButton>
        <LinkButton variant="ghost" href="/api/v2/docs" prefetch={false} target="_blank">
          Reference
        </LinkButton>
      </div>
    </>
  )
}
