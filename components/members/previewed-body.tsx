'use client'
import type { ReactNode } from 'react'
import { Banner } from '@/components/feedback/banner'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { Denial, ProblemBody } from '@/lib/domain/problems'

export type PreviewedProps<T> = {
  preview: T | undefined
  denial: Denial | null
  /** Of the deed itself. */
  problem: ProblemBody | null
  /** Of reading what it would do. */
  failed: ProblemBody | null
  onRetry: () => void
  /** Of somebody who is no member any more. */
  goneWords: string
  children: (preview: T) => ReactNode
}

/** What a deed on one person would do, once it is read; or why it may not be. */
export function PreviewedBody<T>(props: PreviewedProps<T>) {
  const { preview, denial, problem, failed, onRetry, goneWords, children } = props
  if (denial) return <Banner tone="info" title={denial.detail} />
  if (preview) {
    return (
      <div className="flex flex-col gap-3 text-foreground-2">
        <ProblemBanner problem={problem} />
        {children(preview)}
      </div>
    )
  }
  if (failed?.status === 404) {
    return (
      <Banner tone="info" title="Not a member any more">
        {goneWords}
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
