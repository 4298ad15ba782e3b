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

/** Those chosen, as they were last seen; or all that match, to be read. */
export type ResendTarget =
  | { rows: readonly Invitation[] }
  | Exclude<InvitationTarget, { ids: string[] }>

/** The latest of each address, once. `more`: there are more than were read. */
export async function readTarget(
  queries: QueryClient,
  organizationId: string,
  target: ResendTarget,
): Promise<{ rows: Invitation[]; more: boolean }> {
  const rows = new Map<string, Invitation>()
  const take = (row: Invitation) => {
    const known = rows.get(row.email)
    if (!known || known.createdAt < row.createdAt) rows.set(row.email, row)
  }
  if ('rows' in target) {
    for (const row of target.rows) if (row.state !== 'accepted') take(row)
    return { rows: [...rows.values()], more: false }
  }
  const without = new Set(target.except)
  let after: string | undefined
  do {
    const order = { sort: 'sent', descending: true, count: AT_ONCE, ...(after && { after }) }
    const page = await queries.fetchQuery({
      ...consoleQuery<InvitationPage>(organizationId, 'invitation.list', {
        ...target.matching,
        ...order,
      }),
      staleTime: 0,
      gcTime: 0,
    })
    for (const row of page.rows) if (!without.has(row.id)) take(row)
    after = page.next ?? undefined
  } while (after && rows.size < MOST)
  return { rows: [...rows.values()].slice(0, MOST), more: after !== undefined }
}
