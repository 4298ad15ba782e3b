import { HydrationBoundary } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console-frame/console-frame'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { asksByPhone, prefetch } from '@/lib/transport/page'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { organizationId, state, found } = await prefetch(currentOrganization, {})
  if (!found.ok) throw new Error(found.problem.detail)
  return (
    <HydrationBoundary state={state}>
      <ConsoleFrame organizationId={organizationId} phone={await asksByPhone()}>
        {children}
      </ConsoleFrame>
    </HydrationBoundary>
  )
}
