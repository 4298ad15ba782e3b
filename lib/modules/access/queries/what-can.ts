import 'server-only'
import { z } from 'zod'
import { type Ceiling, ceilingAt } from '@/lib/domain/ceiling'
import { tierAt } from '@/lib/domain/decide'
import { patternOf } from '@/lib/domain/fold'
import { entryOf, type Permission } from '@/lib/domain/permissions'
import { endOf, leastRank, originsOf } from '@/lib/domain/reach'
import { idOf } from '@/lib/domain/schemas'
import { ceilingOf } from '@/lib/kernel/caller'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf, SMALL } from '@/lib/kernel/page'
import { invalidInput } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import type { Holder } from '@/lib/platform/db/holders'
import {
  cloudsReached,
  projectsReached,
  type ReachCloud,
  type ReachProject,
} from '@/lib/platform/db/reach'
import { chainOf } from '@/lib/platform/db/targets'
import { heldBy } from '../internal/held-by'
import { readWhom, requireMayAsk } from '../internal/whom'
import { MemberOfAccess, permissionAsked, Reached } from '../reach'

const input = z.object({
  memberId: z
    .string()
    .max(400)
    .optional()
    .describe('An id (ide_…), a user id (usr_…) or an email address. Without it, oneself.'),
  permission: permissionAsked
    .default('project.read')
    .describe('One of clouds lists clouds, one of projects lists projects.'),
  cloudId: idOf('cld').optional().describe('Only projects of this cloud.'),
  search: z.string().max(400).optional().describe('Part of the name.'),
  ...pageInput,
})

type Input = z.output<typeof input>

/** Where somebody may do something: the same clouds or projects on which `decide` would let them. */
export const whatCan = defineQuery({
  name: 'access.what_can',
  summary: 'List the clouds or projects where somebody can do something',
  scope: 'organization',
  permission: 'access.read_own',
  input,
  output: pageOf(Reached).omit({ total: true }).extend({ member: MemberOfAccess }),
  // Of oneself it is known when the door is open.
  ahead: (db, input, now) => ({
    read: input.memberId === undefined ? Promise.resolve() : read(db, input.memberId, input, now),
    all: input.memberId !== undefined,
  }),
  together: ({ memberId, search, count }) => memberId !== undefined && count <= SMALL && !search,
  async run({ db, now, self, caller, access }, input) {
    const { memberId, permission, count } = input
    requireMayAsk(self, access, memberId)
    const [whom, reached] = await read(db, memberId ?? self.id, input, now)
    const rows = underCeiling(reached, whom.id === self.id ? ceilingOf(caller) : null, permission)
    const cursor = cursorFrom(input.after)
    const found = paged({ rows, cursor, count }, ({ sortKey: value, id }) => ({ value, id }))
    return {
      ...found,
      member: whom,
      rows: found.rows.map((row) => reachedOf(row, whom, permission, now)),
    }
  },
})

/** What a key leaves of it; the database leaves out other places than the key's already, so that pages are full. */
function underCeiling<Row extends ReachCloud | ReachProject>(
  rows: Row[],
  ceiling: Ceiling | null,
  permission: Permission,
) {
  if (!ceiling) return rows
  return rows.filter((row) =>
    ceilingAt(
      ceiling,
      'cloudId' in row ? { cloud: row.cloudId, project: row.id } : { cloud: row.id, project: null },
    ).includes(permission),
  )
}

/** Sent together, they are one round trip. */
function read(db: ReadDb, memberId: string, input: Input, now: Date) {
  const { permission, cloudId, search, after, count } = input
  const { level } = entryOf(permission)
  if (level === 'organization') throw notOfPlaces
  const cursor = cursorFrom(after)
  const page = { after: cursor, descending: cursor?.backwards ?? false, limit: count + 1 }
  const least = leastRank(permission) as number
  const asked = { memberId, least, search: patternOf(search), at: now }
  const rows: Promise<(ReachCloud | ReachProject)[]> =
    level === 'cloud'
      ? cloudsReached(db, asked, page)
      : projectsReached(db, { ...asked, cloudId }, page)
  return Promise.all([readWhom(db, memberId, now), rows])
}

const notOfPlaces = invalidInput([
  { pointer: '#/permission', detail: 'Ask for a permission on clouds or on projects.' },
])

function reachedOf(
  row: ReachCloud | ReachProject,
  whom: Holder,
  permission: Permission,
  now: Date,
) {
  const project = 'cloudId' in row ? row : null
  const access = heldBy(whom, chainOf(row.bindings, project, now))
  const { id, name } = row
  return {
    cloud: project ? { id: project.cloudId, name: project.cloudName } : { id, name },
    project: project && { id, name, isPublic: project.isPublic, isDefault: project.isDefault },
    tier: tierAt(access),
    origins: originsOf(access, permission),
    endsAt: endOf(access, permission),
  }
}
