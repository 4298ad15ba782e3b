import 'server-only'
import { type OrganizationRole, organizationRoles } from '@/lib/domain/permissions'
import type { Denial } from '@/lib/domain/problems'
import type { ReadDb } from '@/lib/platform/db/doors'
import { type MemberFilter, memberCount, memberPage } from '@/lib/platform/db/member-list'
import {
  reasonForSeveral,
  removalDenial,
  roleChangeDenial,
  type Standing,
  signOutDenial,
} from '../member-rules'

export type Verb =
  | { verb: 'remove' }
  | { verb: 'sign_out' }
  | { verb: 'change_role'; role: OrganizationRole }
export type Reason = 'fits' | 'already' | { words: string }
export type Group = {
  filter: MemberFilter
  self: boolean
  count: number
  names: string[]
  reason: Reason
}

const NAMED = 3
const byName = { sort: 'name', descending: false } as const

/** Those whom the rules treat alike: oneself, and the others of each role. */
const kindsOf = (
  filter: MemberFilter,
  selfId: string,
): { self: boolean; filter: MemberFilter }[] => [
  { self: true, filter: { ...filter, ids: common(filter.ids, [selfId]) } },
  ...organizationRoles.map((role) => ({
    self: false,
    filter: {
      ...filter,
      roles: common(filter.roles?.length ? filter.roles : undefined, [role]),
      except: [...(filter.except ?? []), selfId],
    },
  })),
]

export async function groupsOf(
  db: ReadDb,
  filter: MemberFilter,
  asked: Verb,
  standing: Standing,
  bound: number,
): Promise<Group[]> {
  const groups: Group[] = []
  for (const { self, filter: narrowed } of kindsOf(filter, standing.selfId)) {
    if (narrowed.roles?.length === 0 || narrowed.ids?.length === 0) continue
    const count = await memberCount(db, narrowed, bound)
    if (count === 0) continue
    const rows = await memberPage(db, narrowed, byName, null, NAMED)
    const first = rows[0]
    if (!first) continue
    const denial = denialOf(first, asked, standing)
    groups.push({
      filter: narrowed,
      self,
      count,
      names: rows.map(({ name }) => name),
      reason: reasonOf(denial, count, 'role' in asked && asked.role === first.role),
    })
  }
  return groups
}

function denialOf(
  row: { id: string; name: string; role: string },
  asked: Verb,
  standing: Standing,
) {
  if (asked.verb === 'remove') return removalDenial(row, standing)
  if (asked.verb === 'sign_out') return signOutDenial(row, standing)
  return roleChangeDenial(row, asked.role, standing)
}

const reasonOf = (denial: Denial | null, count: number, already: boolean): Reason => {
  if (denial) return { words: count === 1 ? denial.detail : reasonForSeveral(denial) }
  return already ? 'already' : 'fits'
}

const common = (given: readonly string[] | undefined, wanted: string[]) =>
  given ? wanted.filter((one) => given.includes(one)) : wanted
