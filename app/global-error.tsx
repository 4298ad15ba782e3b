'use client'
import type { PageError } from '@/components/problems/page-failed'
import './globals.css'

/** In place of the root layout, when that itself broke. Plain, because every page loads it. */
export default function GlobalErrorPage({ error }: { error: PageError }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <title>Gatehouse</title>
        <main role="alert" className="mx-auto max-w-190 px-4 py-16">
          <h1 className="font-semibold text-base">This page could not be loaded</h1>
          <p className="mt-1 text-foreground-2">Nothing was changed.</p>
          <button
            type="button"
            className="mt-4 h-8 rounded-md border border-border-strong px-3 font-medium text-sm hover:bg-accent"
            onClick={() => location.reload()}
          >
            Try again
          </button>
          {error.digest && (
            <p className="mt-4 text-muted-foreground text-xs">
              {error.digest.startsWith('req_') ? 'Request' : 'Error'}{' '}
              <code className="font-mono">{error.digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  )
}
