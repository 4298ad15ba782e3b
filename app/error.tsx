'use client'
import { BarePage } from '@/components/problems/bare-page'
import { type PageError, PageFailed } from '@/components/problems/page-failed'

type Props = { error: PageError; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  return (
    <BarePage>
      <PageFailed error={error} onRetry={retry} />
    </BarePage>
  )
}
