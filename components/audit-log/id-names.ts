'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { consoleQuery } from '@/lib/client/query'
import type { AuditEvent } from '@/lib/modules/audit/event'
import type { Member } from '@/lib/modules/members/member'

/** The name of an id in the URL: as the rows have it, else as the list of people has it, else the id. */
export function useIdName(id: string | null, rows: readonly AuditEvent[] = []): string | undefined {
  const { organizationId } = useViewer()
  const known = id ? nameIn(rows, id) : undefined
  const member = useQuery({
    ...consoleQuery<Member>(organizationId, 'member.get', { id }),
    enabled: Boolean(id?.startsWith('ide_')) && known === undefined,
    placeholderData: undefined,
  })
  if (!id) return undefined
  if (id === 'system') return 'Gatehouse'
  return known ?? member.data?.name ?? shortId(id)
}

function nameIn(rows: readonly AuditEvent[], id: string): string | undefined {
  for (const { actor, subject } of rows) {
    if (actor.id === id) return actor.name
    if (subject.id === id) return subject.label
  }
  return undefined
}

/** "evt_6c3n9…p2wd" */
export const shortId = (id: string): string =>
  id.length > 16 ? `${id.slice(0, id.indexOf('_') + 6)}…${id.slice(-4)}` : id
