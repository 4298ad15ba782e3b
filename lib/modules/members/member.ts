import { z } from 'zod'
import { nameSortKey, searchable } from '@/lib/domain/fold'
import { newId } from '@/lib/domain/id'
import type { OrganizationRole } from '@/lib/domain/permissions'
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
