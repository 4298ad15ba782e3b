import 'server-only'
import type { Denial } from '@/lib/domain/problems'
import { type OrganizationRole, organizationRoles } from '@/lib/domain/roles'
import type { ReadDb } from '@/lib/platform/db/doors'
import { type MemberFilter, memberCount, memberPage } from '@/lib/platform/db/member-list'
import {
  reasonForSeveral,
  removalDenial,
  restorationDenial,
  roleChangeDenial,
  type Standing,
  signOutDenial,
  suspensionDenial,
} from '../member-rules'

export type Verb =
  | { verb: 'remove' }
  | { verb: 'sign_out' }
  | { verb: 'suspend' }
  | { verb: 'restore' }
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

type Kind = { self: boolean; filter: MemberFilter }

/** Those whom the rules treat alike: oneself, and the others of each role and kind; of each state where that is what changes. */
function kindsOf(filter: MemberFilter, { verb }: Verb, selfId: string): Kind[] {
  const others = rolesOfKinds.map(([role, kind]) => ({
    ...filter,
    roles: common(filter.roles?.length ? filter.roles : undefined, [role]),
    kinds: common(filter.kinds?.length ? filter.kinds : undefined, [kind]),
    except: [...(filter.except ?? []), selfId],
  }))
  const byState = (verb === 'suspend' || verb === 'restore') && filter.state === undefined
  const split = byState
    ? others.flatMap((one) => openStates.map((state) => ({ ...one, state })))
    : others
  return [
    { self: true, filter: { ...filter, ids: common(filter.ids, [selfId]) } },
    ...split.map((one) => ({ self: false, filter: one })),
  ]
}
const rolesOfKinds = [
  ...organizationRoles.map((role) => [role, 'person'] as const),
  ['collaborator', 'service_account'] as const,
]
const openStates = ['active', 'never', 'suspended'] as const

export async function groupsOf(
  db: ReadDb,
  filter: MemberFilter,
  asked: Verb,
  standing: Standing,
  bound: number,
): Promise<Group[]> {
  const groups: Group[] = []
  for (const { self, filter: narrowed } of kindsOf(filter, asked, standing.selfId)) {
    const { roles, kinds, ids } = narrowed
    if ([roles, kinds, ids].some((words) => words?.length === 0)) continue
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
      reason: reasonOf(denial, count, isAlready(first, asked)),
    })
  }
  return groups
}

type Row = { id: string; name: string; role: string; kind: string; suspendedAt: Date | null }

function denialOf(row: Row, asked: Verb, standing: Standing) {
  if (asked.verb === 'restore') return restorationDenial(row)
  if (asked.verb === 'suspend') return suspensionDenial(row, standing)
  if (asked.verb === 'remove') return removalDenial(row, standing)
  if (asked.verb === 'sign_out') return signOutDenial(row, standing)
  return roleChangeDenial(row, asked.role, standing)
}

function isAlready(row: Row, asked: Verb): boolean {
  if (asked.verb === 'suspend') return row.suspendedAt !== null
  if (asked.verb === 'restore') return row.suspendedAt === null
  return asked.verb === 'change_role' && asked.role === row.role
}

const reasonOf = (denial: Denial | null, count: number, already: boolean): Reason => {
  if (denial) return { words: count === 1 ? denial.detail : reasonForSeveral(denial) }
  return already ? 'already' : 'fits'
}

const common = (given: readonly string[] | undefined, wanted: string[]) =>
  given ? wanted.filter((one) => given.includes(one)) : wanted
