import { z } from 'zod'
import { nameSortKey, searchable } from '@/lib/domain/fold'
import { newId } from '@/lib/domain/id'
import type { OrganizationRole } from '@/lib/domain/permissions'
import type { Denial } from '@/lib/domain/problems'
import { idOf, moment, stored, storedRole } from '@/lib/domain/schemas'

export const memberKinds = ['person', 'service_account'] as const
/** How somebody came in: made the organization, accepted an invitation, was added by an owner. */
export const memberSources = ['founder', 'invitation', 'owner'] as const
export const memberSorts = ['name', 'email', 'joined', 'active'] as const
export type MemberSort = (typeof memberSorts)[number]

/** A principal in an organization. `id` is the identity id of the API, `userId` its user id. */
export const Member = z
  .object({
    id: idOf('ide'),
    userId: idOf('usr'),
    kind: stored(memberKinds),
    email: z.string(),
    name: z.string(),
    role: storedRole,
    source: stored(memberSources),
    createdAt: moment,
    lastActiveAt: moment,
    version: z.int(),
  })
  .meta({ id: 'Member' })
export type Member = z.output<typeof Member>

type Row = { id: string; name: string; role: OrganizationRole | string }
/** Who asks, and how many owners there are: what the row rules need to know beside the row. */
export type Standing = { selfId: string; owners: number }

/** Whether this member's organization role may become `role` now (facts §1.1, §1.6). */
export function roleChangeDenial(
  row: Row,
  role: OrganizationRole,
  standing: Standing,
): Denial | null {
  if (row.id === standing.selfId) {
    return {
      code: 'own_membership',
      detail: 'You cannot change your own organization role. Another owner can.',
    }
  }
  if (row.role === 'owner' && role !== 'owner' && standing.owners <= 1) {
    return {
      code: 'last_owner',
      detail: `${row.name} is the only owner. Make somebody else an owner first.`,
    }
  }
  return null
}

/** Whether this member may be removed now: never oneself, never an owner (facts §1.6). */
export function removalDenial(row: Row, { selfId }: Pick<Standing, 'selfId'>): Denial | null {
  if (row.id === selfId) {
    return { code: 'own_membership', detail: 'You cannot remove yourself. Another owner can.' }
  }
  if (row.role === 'owner') {
    return {
      code: 'demote_first',
      detail: `Owners can’t be removed. Make ${row.name} a collaborator first.`,
    }
  }
  return null
}

type NewMembership = {
  organizationId: string
  personId: string
  email: string
  name: string
  role: OrganizationRole
  source: (typeof memberSources)[number]
  now: Date
}

/** The row of a new membership, with both of its ids and its folded texts. */
export const newMembership = ({ now, ...given }: NewMembership) => ({
  ...given,
  id: newId('ide'),
  userId: newId('usr'),
  kind: 'person',
  searchable: searchable(given.name, given.email),
  sortKey: nameSortKey(given.name),
  createdAt: now,
  lastActiveAt: now,
})
