'use client'
import { lazily } from '@/components/ui/lazily'

// Error pages are part of every page's first scripts; this is not needed to read them.
const CopyButton = lazily(() => import('@/components/ui/copy-button').then((m) => m.CopyButton))

/** What support needs to find a failure in the log. */
export const RequestId = ({ id }: { id: string }) => (
  <p className="flex flex-wrap items-center gap-x-1 text-muted-foreground text-xs">
    Request <code className="font-mono [overflow-wrap:anywhere]">{id}</code>
    <CopyButton value={id} label="request ID" size="icon" className="size-6 max-sm:size-11" />
  </p>
)
