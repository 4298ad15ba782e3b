import { z } from 'zod'
import { escapeLike, fold, patternOf } from '@/lib/domain/fold'
import { idOf, instant, organizationRole } from '@/lib/domain/schemas'
import { timeBounds } from '@/lib/domain/time-filter'
import type { MemberFilter } from '@/lib/platform/db/member-list'
import { factorStates, keyNeeds, memberKinds, memberSources, memberStates } from './member'

const textFilter = z.string().max(400).optional()
const time = instant.optional()
const period = z
  .string()
  .max(40)
  .refine((text) => timeBounds(text, new Date()) !== null, 'This is no period of time.')
  .optional()
  .describe('within-7d, over-30d, or days such as 2026-01-01..2026-01-31; in place of From and To.')

/** What a list of members, an export of it and work on everybody that matches are narrowed by. */
export const memberFilters = {
  search: textFilter.describe('Part of a name or an email address.'),
  email: textFilter.describe('Part of an email address.'),
  name: textFilter.describe('Part of a name.'),
  whole: z
    .object({ email: textFilter, name: textFilter })
    .optional()
    .describe('A whole address or a whole name, in any letter case.'),
  roles: z.array(organizationRole).max(10).optional(),
  sources: z.array(z.enum(memberSources)).max(10).optional(),
  kind: z.enum(memberKinds).optional(),
  state: z.enum(memberStates).optional().describe('Without one, everybody who was not removed.'),
  factor: z.enum(factorStates).optional().describe('Whether they have a second factor.'),
  keys: z.enum(keyNeeds).optional().describe('Whose API key ends within 7 days.'),
  access: z
    .string()
    .max(100)
    .optional()
    .describe('Who can reach this cloud or project now, by whatever role.'),
  joinedFrom: time,
  joinedTo: time.describe('Before this moment.'),
  activeFrom: time,
  activeTo: time.describe('Before this moment.'),
  joined: period,
  active: period.describe('As joined. Somebody who was never active was so long ago.'),
}
const schema = z.object(memberFilters)
export type MemberFilters = z.output<typeof schema>

/** People by their ids, or everybody that matches, but for some. What is done to them is decided one by one. */
export const memberSelection = z.union([
  z.object({ ids: z.array(idOf('ide')).min(1).max(1_000) }),
  z.object({ matching: schema, except: z.array(idOf('ide')).max(1_000).default([]) }),
])
export type MemberSelection = z.output<typeof memberSelection>

/** The filter as the database has it. */
export function filterFrom(filters: MemberFilters, now = new Date()): MemberFilter {
  const { search, whole = {}, kind, joined, active, keys, email, name, access } = filters
  const { roles, sources, state, factor, joinedFrom, joinedTo, activeFrom, activeTo } = filters
  // By name, one and all: the input of a list holds more, and what is no filter would have it counted.
  const filter = {
    ...{ roles, sources, state, factor, joinedFrom, joinedTo, activeFrom, activeTo },
    ...(kind && { kinds: [kind] }),
    ...(joined && between('joined', joined, now)),
    ...(active && between('active', active, now)),
    ...(access && { access, accessAt: now.toISOString() }),
    ...(keys && { keysFrom: now.toISOString(), keysTo: keysEndBy(now).toISOString() }),
  }
  // A pattern without wildcards is the whole text.
  if (whole.email) {
    return { ...filter, email: escapeLike(whole.email.toLowerCase()) }
  }
  if (whole.name)
    return { ...filter, any: patternOf(whole.name), name: escapeLike(fold(whole.name)) }
  return {
    ...filter,
    any: patternOf(search) ?? patternOf(email) ?? patternOf(name),
    email: email ? `%${escapeLike(email.toLowerCase())}%` : null,
    name: name ? `%${escapeLike(fold(name))}%` : null,
  }
}

const keysEndBy = (now: Date) => new Date(now.getTime() + 7 * 86_400_000)

/** The same for a selection. */
export const filterOfSelection = (selection: MemberSelection): MemberFilter =>
  'ids' in selection
    ? { ids: selection.ids }
    : { ...filterFrom(selection.matching), except: selection.except }

function between(column: 'joined' | 'active', period: string, now: Date) {
  const bounds = timeBounds(period, now)
  return {
    [`${column}From`]: bounds?.from?.toISOString(),
    [`${column}To`]: bounds?.to?.toISOString(),
  }
}
