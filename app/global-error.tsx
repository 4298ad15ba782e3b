'use client'
import { useEffect } from 'react'
import { BarePage } from '@/components/problems/bare-page'
import { type PageError, PageFailed } from '@/components/problems/page-failed'
import './globals.css'

/** In place of the root layout, when that itself broke. */
export default function GlobalErrorPage({ error }: { error: PageError }) {
  useEffect(followSystem, [])
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

// The theme script of the root layout did not run, and a script here would lack the nonce.
function followSystem() {
  const stored = localStorage.getItem('theme')
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const { classList } = document.documentElement
  classList.toggle('dark', stored === 'dark' || (stored !== 'light' && dark))
}
