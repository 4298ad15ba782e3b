'use client'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useDownload } from './use-download'

type Props = {
  /** As /api/console/download/<name> has it. */
  name: string
  /** "Download CSV" */
  words: string
  input: unknown
  /** Why not now; null: it can be. */
  disabledReason: string | null
  className?: string
}

/** What a page shows, as a file. A second press stops it. */
export function DownloadButton({ name, words, input, disabledReason, className }: Props) {
  const { pending, run, stop } = useDownload(name)
  return (
    <Button
      className={className}
      icon={<Download />}
      aria-busy={pending || undefined}
      disabledReason={disabledReason}
      onClick={() => (pending ? stop() : run(input))}
    >
      {pending ? 'Stop download' : words}
    </Button>
  )
}
