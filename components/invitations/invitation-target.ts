import type { QueryClient } from '@tanstack/react-query'
import { consoleQuery } from '@/lib/client/query'
import type { Invitation } from '@/lib/modules/invitations/invitation'
import type { InvitationListFilter, InvitationPage } from './invitation-list'

/** Invitations by their ids, or all that the list matches, but for some. */
export type InvitationTarget =
  | { ids: string[] }
  | { matching: InvitationListFilter; except: string[] }

const AT_ONCE = 1_000
/** As many as an import has. */
export const MOST = 5_000

/** Reads them, the latest of each address first and once. `more`: there are more than were read. */
export async function readTarget(
  queries: QueryClient,
  organizationId: string,
  target: InvitationTarget,
  state: InvitationListFilter['state'],
): Promise<{ rows: Invitation[]; more: boolean }> {
  const filter = 'ids' in target ? { state } : target.matching
  const wanted = 'ids' in target ? new Set(target.ids) : null
  const without = new Set('ids' in target ? [] : target.except)
  const rows = new Map<string, Invitation>()
  let after: string | undefined
  do {
    const input = {
      ...filter,
      sort: 'sent',
      descending: true,
      count: AT_ONCE,
      ...(after && { after }),
    }
    const page = await queries.fetchQuery({
      ...consoleQuery<InvitationPage>(organizationId, 'invitation.list', input),
      staleTime: 0,
      gcTime: 0,
    })
    for (const row of page.rows) {
      const chosen = wanted ? wanted.has(row.id) : !without.has(row.id)
      if (chosen && !rows.has(row.email)) rows.set(row.email, row)
    }
    after = page.next ?? undefined
  } while (after && rows.size < MOST && !(wanted && rows.size >= wanted.size))
  return { rows: [...rows.values()].slice(0, MOST), more: Boolean(after) && !wanted }
}
