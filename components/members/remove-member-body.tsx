'use client'
import { Banner } from '@/components/feedback/banner'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { Denial, ProblemBody } from '@/lib/domain/problems'
import { RemovalConsequences, type RemovalPreview } from './removal-consequences'

type Props = {
  preview: RemovalPreview | undefined
  denial: Denial | null
  /** Of the removal itself. */
  problem: ProblemBody | null
  /** Of reading what it would do. */
  failed: ProblemBody | null
  onRetry: () => void
}

export function RemoveMemberBody({ preview, denial, problem, failed, onRetry }: Props) {
  if (denial) return <Banner tone="info" title={denial.detail} />
  if (preview) {
    return (
      <div className="flex flex-col gap-3 text-foreground-2">
        <ProblemBanner problem={problem} />
        <RemovalConsequences preview={preview} />
      </div>
    )
  }
  if (failed?.status === 404) {
    return (
      <Banner tone="info" title="Not a member any more">
        There is nothing to remove.
      </Banner>
    )
  }
  if (failed) {
    return (
      <div className="flex flex-col items-start gap-3">
        <ProblemBanner problem={failed} className="self-stretch" />
        <Button onClick={onRetry}>Try again</Button>
      </div>
    )
  }
  return (
    <div aria-busy className="flex h-44 flex-col gap-6 rounded-lg border p-4">
      <Skeleton className="w-1/2" />
      <Skeleton className="w-4/5" />
      <Skeleton className="w-2/3" />
    </div>
  )
}
