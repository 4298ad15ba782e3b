import 'server-only'
import { z } from 'zod'
import { rightsWith } from '@/lib/domain/rights'
import { organizationLimits } from '@/lib/domain/roles'
import { moment, stored, storedRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'

const NAMED_OWNERS = 3

/** What the caller may do here, in the policy table's words, and who could change that. */
export const readOwnAccess = defineQuery({
  name: 'access.read_own',
  summary: 'Read one’s own role and what it permits',
  scope: 'organization',
  permission: 'access.read_own',
  input: z.object({}),
  output: z.object({
    role: storedRole,
    joinedAt: moment,
    source: z.string(),
    limits: z.array(stored(organizationLimits)),
    rights: z.array(
      z.object({
        permission: z.string(),
        label: z.string(),
        allowed: z.boolean(),
        /** Why not, and who can. */
        reason: z.string().nullable(),
      }),
    ),
    /** The first owners by name, and how many there are: who can change this access. */
    owners: z.object({ names: z.array(z.string()), count: z.int() }),
  }),
  async run({ db, self, access }) {
    const { createdAt, source, role, limits } = await db.membership.findFirstOrThrow({
      where: { id: self.id },
    })
    const named = await db.membership.findMany({
      where: { role: 'owner', endedAt: null, suspendedAt: null },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      take: NAMED_OWNERS,
      select: { name: true },
    })
    const counter = await db.organizationCounter.findFirstOrThrow()
    const rights = rightsWith(access)
    const owners = { names: named.map(({ name }) => name), count: counter.owners }
    return { role, joinedAt: createdAt, source, limits, rights, owners }
  },
})
