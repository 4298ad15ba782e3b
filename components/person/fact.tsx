import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Truncate } from '@/components/ui/truncate'

/** A line of facts in the rail, inside a `dl`. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex min-h-8 items-center gap-3 py-1">
    <dt className="w-21 shrink-0 text-muted-foreground">{name}</dt>
    <dd className="flex min-w-0 flex-1 items-center gap-1 text-foreground-2">{children}</dd>
  </div>
)

/** An id or an address, whole to the clipboard. */
export const Copied = ({ name, value }: { name: string; value: string }) => (
  <Fact name={name}>
    <Truncate className="flex-1 font-mono text-xs">{value}</Truncate>
    <CopyButton value={value} label={name} size="icon" className="-my-1" />
  </Fact>
)
