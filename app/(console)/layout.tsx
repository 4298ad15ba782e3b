import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console-frame/console-frame'
import { Prefetched } from '@/components/console-frame/prefetched'
import { denialsOf } from '@/lib/domain/decide'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { prefetch } from '@/lib/transport/page'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { organizationId, state, found } = await prefetch(currentOrganization, {})
  if (!found.ok) throw new Error(found.problem.detail)
  const { role } = found.data.self
  return (
    <Prefetched reads={[state]}>
      <ConsoleFrame organizationId={organizationId} rendered={{ role, denials: denialsOf(role) }}>
        {children}
      </ConsoleFrame>
    </Prefetched>
  )
}
