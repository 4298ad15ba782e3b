import 'server-only'
import { z } from 'zod'
import { tierAt } from '@/lib/domain/decide'
import { patternOf } from '@/lib/domain/fold'
import { entryOf, type Permission } from '@/lib/domain/permissions'
import { endOf, leastRank, originsOf } from '@/lib/domain/reach'
import { origins, storedOrigins } from '@/lib/domain/roles'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { noSuchPlace } from '@/lib/kernel/located'
import { bounded, COUNTED_TO, cursorFrom, paged, pageInput, pageOf, SMALL } from '@/lib/kernel/page'
import { memberKinds } from '@/lib/modules/members/member'
import type { ReadDb } from '@/lib/platform/db/doors'
import {
  countReaching,
  type Page,
  peopleHolding,
  peopleReaching,
  type ReachPerson,
} from '@/lib/platform/db/reach'
import { chainOf, readTarget, type Target } from '@/lib/platform/db/targets'
import { heldBy } from '../internal/held-by'
import { Bounded, ByOrigin, permissionAsked, Reaching } from '../reach'

const input = z.object({
  permission: permissionAsked,
  place: z.union([
    z.object({ organization: idOf('org') }),
    z.object({ cloud: idOf('cld') }),
    z.object({ project: idOf('prj') }),
  ]),
  search: z.string().max(400).optional().describe('Part of a name or an email address.'),
  origins: z.array(z.enum(origins)).max(10).optional().describe('By one of these ways at least.'),
  kinds: z.array(z.enum(memberKinds)).max(10).optional(),
  counts: z.boolean().default(false).describe('Also how many, by each way, to a bound.'),
  ...pageInput,
})
type Input = z.output<typeof input>

/** Who may do something at a place: the same people whom `decide` would let. */
export const whoCan = defineQuery({
  name: 'access.who_can',
  summary: 'List who can do something on a cloud, in a project or in the organization',
  scope: 'organization',
  permission: 'access.read_others',
  input,
  output: pageOf(Reaching)
    .omit({ total: true })
    .extend({ byOrigin: ByOrigin.nullable(), total: Bounded.nullable() }),
  ahead: (db, input, now) => ({ read: read(db, input, now), all: true }),
  together: ({ search, origins, kinds, counts, count }) =>
    count <= SMALL && !(search || origins || kinds || counts),
  async run({ db, now, organizationId }, input) {
    const { permission, place, count } = input
    const [target, rows, counted] = await read(db, input, now)
    if ('organization' in place ? place.organization !== organizationId : !target)
      throw noSuchPlace()
    const page = paged(
      { rows, cursor: cursorFrom(input.after), count },
      ({ sortKey: value, id }) => ({ value, id }),
    )
    return {
      ...page,
      rows: page.rows.map((row) => reachingOf(row, permission, target, now)),
      ...(counted ? sumsOf(counted, target) : { byOrigin: null, total: null }),
    }
  },
})

/** Sent together, they are one round trip. */
function read(db: ReadDb, input: Input, now: Date) {
  const { permission, counts, origins: wanted, kinds } = input
  const cursor = cursorFrom(input.after)
  const page: Page = {
    after: cursor,
    descending: cursor?.backwards ?? false,
    limit: input.count + 1,
  }
  const filter = {
    origins: wanted?.length ? wanted : undefined,
    kinds,
    search: patternOf(input.search),
  }
  const place = 'organization' in input.place ? null : input.place
  const target = place && readTarget(db, place, '', now)
  const entry = entryOf(permission)
  if (entry.level === 'organization') {
    const without = entry.withheldBy ?? []
    const everybody = entry.grants.organization.some((role) => role !== 'owner')
    // Of a cloud or a project it is asked by those who see it.
    if (place && everybody) {
      const level = 'cloud' in place ? ('cloud' as const) : ('project' as const)
      const seeing = { ...filter, without, level, least: 1, at: now }
      return Promise.all([target, peopleReaching(db, place, seeing, page), null])
    }
    const held = { roles: entry.grants.organization, without }
    return Promise.all([target, wanted?.length ? [] : peopleHolding(db, held, filter, page), null])
  }
  if (!place) return Promise.all([target, [], null])
  const needed = { level: entry.level, least: leastRank(permission) as number, at: now }
  return Promise.all([
    target,
    peopleReaching(db, place, { ...filter, ...needed }, page),
    counts ? countReaching(db, place, { ...needed, bound: COUNTED_TO + 1 }) : null,
  ])
}

function reachingOf(row: ReachPerson, permission: Permission, target: Target | null, now: Date) {
  const chain = target && chainOf(row.bindings, target.project, now)
  const access = heldBy({ ...row, suspended: false }, chain)
  return {
    member: row,
    tier: tierAt(access),
    origins: originsOf(access, permission),
    endsAt: endOf(access, permission),
  }
}

/** Where everybody on the cloud writes, whoever has a role in the project beside is among them. */
function sumsOf(counted: { origin: string; count: number }[], target: Target | null) {
  const of = (origin: string) => counted.find((row) => row.origin === origin)?.count ?? 0
  const ways = of('public_project') > 0 && target?.project ? ['public_project'] : storedOrigins
  const total = ['implicit_owner', ...ways].reduce((sum, origin) => sum + of(origin), 0)
  const byOrigin = Object.fromEntries(origins.map((origin) => [origin, bounded(of(origin))]))
  return { byOrigin: byOrigin as z.input<typeof ByOrigin>, total: bounded(total) }
}
