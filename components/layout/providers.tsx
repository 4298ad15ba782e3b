'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { ConfirmProvider } from '@/components/feedback/confirm'
import { Notifications } from '@/components/feedback/notify'
import { makeQueryClient } from '@/lib/client/query-client'
import { useTheme } from '@/lib/client/theme'

/** Follows the system's theme, and other tabs, on every page. */
function FollowTheme() {
  useTheme()
  return null
}

export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <FollowTheme />
        <ConfirmProvider>{children}</ConfirmProvider>
        <Notifications />
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
