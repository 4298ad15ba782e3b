import { consoleQuery } from '@/lib/client/query'
import type { LiveSession } from '@/lib/modules/sessions/session'

export type OwnSession = LiveSession & { organization: { id: string; name: string } }

export const ownSessions = 'session.list_own'

export const ownSessionsQuery = (organizationId: string) =>
  consoleQuery<{ rows: OwnSession[] }>(organizationId, ownSessions)
