'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { Toaster } from 'sonner'
import { ConfirmProvider } from '@/components/feedback/confirm'
import { TooltipProvider } from '@/components/ui/tooltip'
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
        <TooltipProvider>
          <ConfirmProvider>{children}</ConfirmProvider>
          <Toaster
            position="bottom-right"
            duration={6000}
            offset={{ bottom: 52, right: 16 }}
            mobileOffset={{ bottom: 72, left: 16, right: 16 }}
            visibleToasts={4}
            expand
            gap={8}
            containerAriaLabel="Notifications"
          />
        </TooltipProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
