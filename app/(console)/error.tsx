'use client'
import { type PageError, PageFailed } from '@/components/problems/page-failed'

type Props = { error: PageError; retry: () => void }

/** Inside the frame: the sidebar stays. */
export default function ConsoleErrorPage({ error, retry }: Props) {
  return <PageFailed error={error} onRetry={retry} />
}
