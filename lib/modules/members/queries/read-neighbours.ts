import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import type { ReadDb } from '@/lib/platform/db/doors'
import {
  type MemberFilter,
  type MemberPosition,
  memberCountAfter,
  memberCounter,
  memberPage,
} from '@/lib/platform/db/member-list'
import { countMatching } from '../internal/count-matching'
import { findAnyMember } from '../internal/find-member'
import { placeBy } from '../internal/member-place'
import { memberSorts } from '../member'
import { filterFrom, memberFilters } from '../member-filter'

/** So far a place is counted, from either end; the list itself counts no further either. */
const BOUND = 1_000
/** One alone the planner would look for in the order of the list, past everybody whom a search leaves out. */
const AHEAD = 50
const neighbour = z.object({ id: idOf('ide'), name: z.string() }).nullable()

/** Who stands before and after somebody in a list, by the very order of that list. */
export const readNeighbours = defineQuery({
  name: 'member.neighbours',
  summary: 'Say who comes before and after a member in a list',
  scope: 'organization',
  permission: 'member.list',
  input: z.object({
    memberId: idOf('ide'),
    ...memberFilters,
    sort: z.enum(memberSorts).default('name'),
    descending: z.boolean().default(false),
  }),
  output: z.object({
    previous: neighbour,
    next: neighbour,
    /** Counted from 1; null where counting would be long, and for somebody whom the list does not show. */
    place: z.int().nullable(),
    total: z.object({ count: z.int(), more: z.boolean() }),
  }),
  async run({ db, now }, { memberId, sort, descending, ...filters }) {
    const member = await findAnyMember(db, memberId)
    const list: List = { db, filter: filterFrom(filters, now), at: placeBy(sort)(member) }
    const towards = { sort, descending }
    const back = { sort, descending: !descending }
    const [next] = await memberPage(db, list.filter, towards, list.at, AHEAD)
    const [previous] = await memberPage(db, list.filter, back, list.at, AHEAD)
    const counter = await memberCounter(db)
    const total = await countMatching(db, list.filter, counter)
    const shown = await memberPage(db, { ...list.filter, ids: [member.id] }, towards, null, 1)
    const place = shown.length > 0 ? await placeIn(list, { towards, back, total }) : null
    return { previous: previous ?? null, next: next ?? null, place, total }
  },
})

type List = { db: ReadDb; filter: MemberFilter; at: MemberPosition }
type Order = Parameters<typeof memberPage>[2]
type Counted = { towards: Order; back: Order; total: { count: number; more: boolean } }

async function placeIn({ db, filter, at }: List, { towards, back, total }: Counted) {
  const before = await memberCountAfter(db, filter, back, at, BOUND)
  if (before < BOUND) return before + 1
  if (total.more) return null
  const after = await memberCountAfter(db, filter, towards, at, BOUND)
  return after < BOUND ? total.count - after : null
}
