import { createLoader, type SearchParams } from 'nuqs/server'
import { auditListInput, auditListParsers } from '@/components/audit-log/audit-list'
import { AuditScreen } from '@/components/audit-log/audit-screen'
import { Prefetched } from '@/components/console-frame/prefetched'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { prefetch } from '@/lib/transport/page'
import { refusedToOthers } from '../users/refused'

export const metadata = { title: 'Audit log' }

const loadAuditList = createLoader(auditListParsers)

type Props = { searchParams: Promise<SearchParams> }

export default async function AuditLogPage({ searchParams }: Props) {
  const { state, found } = await prefetch(
    listEvents,
    auditListInput(await loadAuditList(searchParams)),
  )
  const refused = await refusedToOthers(found)
  if (refused) return refused
  return (
    <Prefetched reads={[state]}>
      <AuditScreen />
    </Prefetched>
  )
}
