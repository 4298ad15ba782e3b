'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { IdentityCheck } from '@/components/factors/identity-check'
import { ConfirmProvider } from '@/components/feedback/confirm'
import { Notifications } from '@/components/feedback/notify'
import { makeQueryClient } from '@/lib/client/query-client'
import { useTheme } from '@/lib/client/theme'
import { useKeptFocus } from '@/lib/client/use-kept-focus'

/** On every page: follows the system's theme and other tabs, and keeps the focus somewhere. */
function EveryPage() {
  useTheme()
  useKeptFocus()
  return null
}

export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <EveryPage />
        <ConfirmProvider>{children}</ConfirmProvider>
        <IdentityCheck />
        <Notifications />
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
