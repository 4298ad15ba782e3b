import { z } from 'zod'
import { nameSortKey, searchable } from '@/lib/domain/fold'
import { newId } from '@/lib/domain/id'
import { type OrganizationRole, organizationLimits } from '@/lib/domain/roles'
import { idOf, moment, stored, storedRole } from '@/lib/domain/schemas'

export const memberKinds = ['person', 'service_account'] as const
/** How somebody came in: made the organization, accepted an invitation, was added by an owner. */
export const memberSources = ['founder', 'invitation', 'owner'] as const
/** Whether somebody is in, is kept out for a while, was in, or has an account that nobody has used yet. */
export const memberStates = ['active', 'never', 'suspended', 'removed'] as const
export type MemberState = (typeof memberStates)[number]
/** Whether somebody has a second factor. */
export const factorStates = ['on', 'off'] as const
/** Whether somebody's keys need a look. */
export const keyNeeds = ['ending'] as const
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
    /** Null: never, so far. */
    lastActiveAt: z
      .date()
      .transform((date) => (date.getTime() === 0 ? null : date.toISOString()))
      .pipe(z.iso.datetime().nullable()),
    /** Whether the person has a second factor. */
    secondFactor: z.boolean(),
    /** When the membership was closed. */
    endedAt: moment.nullable(),
    /** Since when nothing of theirs works. */
    suspendedAt: moment.nullable(),
    /** What they may not do whatever their role, in the order in which it was given. */
    limits: z.array(stored(organizationLimits)),
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
  /** Of an account that an owner made: nobody has used it. */
  neverActive?: boolean
}

/** Stands for "never" in `last_active_at`, so that lists sort by it: nobody was active at the epoch. */
const never = new Date(0)

/** The row of a new service account: nobody behind it, and so nobody who was ever active. */
export const newAccountMembership = (given: { name: string; email: string; now: Date }) => ({
  id: newId('ide'),
  userId: newId('usr'),
  name: given.name,
  email: given.email,
  searchable: searchable(given.name, given.email),
  sortKey: nameSortKey(given.name),
  createdAt: given.now,
  lastActiveAt: never,
})

/** The row of a new membership, with both of its ids and its folded texts. */
export const newMembership = ({ now, neverActive = false, ...given }: NewMembership) => ({
  ...given,
  id: newId('ide'),
  userId: newId('usr'),
  kind: 'person',
  searchable: searchable(given.name, given.email),
  sortKey: nameSortKey(given.name),
  createdAt: now,
  lastActiveAt: neverActive ? never : now,
})
