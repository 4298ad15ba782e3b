'use client'
import { SquareTerminal } from 'lucide-react'
import { Popover } from 'radix-ui'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import { type ApiCall, curlOf, pathOf } from './curl'

/** What this page shows, by the API. Give it to `PageHeader` as `api`. */
export const ApiCallButton = ({ call }: { call: ApiCall }) => (
  <Popover.Root>
    <Popover.Trigger asChild>
      <Button variant="ghost" aria-label="API call of this page" icon={<SquareTerminal />}>
        <span className="max-sm:hidden">API</span>
      </Button>
    </Popover.Trigger>
    <Popover.Portal>
      <Popover.Content
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="API call of this page"
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
