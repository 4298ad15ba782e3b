'use client'
import { Download } from 'lucide-react'
import { useDenial } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { type MemberTarget, useMemberExport } from './use-member-export'

type Props = { selection: MemberTarget; className?: string }

/** "Export": everybody that the list shows now, on all its pages. A second press stops it. */
export function ExportButton({ selection, className }: Props) {
  const { run, pending, stop } = useMemberExport()
  const denial = useDenial()
  return (
    <Button
      className={className}
      icon={<Download />}
      aria-busy={pending || undefined}
      disabledReason={denial('member.export')}
      onClick={() => (pending ? stop() : run(selection))}
    >
      {pending ? 'Stop export' : 'Export'}
    </Button>
  )
}
