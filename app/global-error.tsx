'use client'
import { BarePage } from '@/components/problems/bare-page'
import { type PageError, PageFailed } from '@/components/problems/page-failed'
import './globals.css'

/** In place of the root layout, when that itself broke. */
export default function GlobalErrorPage({ error }: { error: PageError }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <title>Gatehouse</title>
        <BarePage>
          <PageFailed error={error} onRetry={() => location.reload()} />
        </BarePage>
      </body>
    </html>
  )
}
