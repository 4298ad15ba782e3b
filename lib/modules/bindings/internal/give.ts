import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import type { ProjectRole } from '@/lib/domain/roles'
import type { Happened, Self } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import type { WriteDb } from '@/lib/platform/db/doors'
import type { Target } from '@/lib/platform/db/targets'
import type { Grant, GrantResult } from '../binding'
import {
  cloudGrantDenial,
  type Fault,
  projectGrantDenial,
  roleBesideLimit,
  timesFault,
} from '../binding-rules'
import { endRow } from './end-bindings'
import { type MemberRow, membersNamed } from './members'
import {
  type BindingEvent,
  bindingFacts,
  bindingSubject,
  insertRow,
  type Row,
  rowsOn,
  standing,
} from './rows'

export type Giving = {
  db: WriteDb
  now: Date
  self: Self
  organizationId: string
  target: Target
}
type Asked = { grants: Grant[]; allOrNothing: boolean; already: 'kept' | 'refused' }
type Given = {
  results: GrantResult[]
  created: Happened<'organization'>[]
  /** Of rows that were over, and made room. */
  ended: BindingEvent[]
}

/** Gives roles on the target, each by itself or all of them; whoever has one already keeps it as it is. */
export async function give(context: Giving, { grants, allOrNothing, already }: Asked) {
  const { db, self, target } = context
  const find = await membersNamed(db, grants)
  const rows = await rowsOf(context, grants.map(find))
  const given: Given = { results: [], created: [], ended: [] }
  for (const [index, grant] of grants.entries()) {
    const member = find(grant)
    const seen = member && isSeen(member, grant, self, rows, target) ? member : null
    const fault = seen ? faultOf(context, seen, grant, rows) : unknown(grant, self, target)
    const isHeld = seen !== null && fault?.code === 'conflict'
    if (fault && allOrNothing && !(isHeld && already === 'kept')) throw refusal(fault, index)
    const result = resultOf(grant, seen)
    if (fault) {
      const { code, detail } = fault
      const status = isHeld && already === 'kept' ? 'already' : 'refused'
      given.results.push({ ...result, status, code, detail })
    } else {
      const { id } = await create(context, seen as MemberRow, grant, rows, given)
      given.results.push({ ...result, status: 'granted', bindingId: id })
    }
  }
  return given
}

type Rows = { onCloud: Map<string, Row>; inProject: Map<string, Row> }

async function rowsOf({ db, target }: Giving, members: (MemberRow | null)[]): Promise<Rows> {
  const ids = members.flatMap((member) => member?.id ?? [])
  const found = await rowsOn(db, target, ids)
  const byMember = (rows: Row[]) => new Map(rows.map((row) => [row.membershipId, row]))
  return {
    onCloud: byMember(found.filter(({ projectId }) => projectId === null)),
    inProject: byMember(found.filter(({ projectId }) => projectId !== null)),
  }
}

/**
 * Organization owners pick among everybody. Others pick among the people on the cloud; its owners add somebody else by
 * the exact email alone.
 */
const isSeen = (
  { id }: MemberRow,
  { email }: Grant,
  self: Self,
  { onCloud }: Rows,
  { project }: Target,
) => self.role === 'owner' || onCloud.has(id) || (!project && email !== undefined)

function unknown({ email }: Grant, { role }: Self, { cloud, project }: Target): Fault {
  const whom = email === undefined ? 'with this id' : `with the email ${email}`
  return project && role !== 'owner'
    ? {
        code: 'forbidden',
        detail: `Nobody ${whom} has a role on the cloud ${isolated(cloud.name)}. A role in a project needs one there first.`,
      }
    : { code: 'not_found', detail: `There is nobody ${whom} in this organization.` }
}

function faultOf(
  { self, now, target }: Giving,
  member: MemberRow,
  grant: Grant,
  { onCloud, inProject }: Rows,
): Fault | null {
  const { cloud, project } = target
  const held = standing((project ? inProject : onCloud).get(member.id), now)
  const asker = { selfId: self.id, held }
  const { role, readOnly = false } = grant
  const denial = project
    ? projectGrantDenial(member, role as ProjectRole, {
        ...asker,
        onCloud: standing(onCloud.get(member.id), now),
        cloudName: cloud.name,
      })
    : cloudGrantDenial(member, asker)
  return (
    denial ??
    timesFault(grant, {}, now) ??
    (project ? null : roleBesideLimit(role as 'owner', readOnly))
  )
}

async function create(
  context: Giving,
  member: MemberRow,
  { role, readOnly = false, startsAt = null, endsAt = null }: Grant,
  rows: Rows,
  given: Given,
): Promise<Row> {
  const { target } = context
  const place = target.project ? rows.inProject : rows.onCloud
  const over = place.get(member.id)
  if (over) given.ended.push(...(await endRow(context, member, target, over)))
  const row = await insertRow(context, member, target, { role, readOnly, startsAt, endsAt })
  place.set(member.id, row)
  given.created.push({
    subject: bindingSubject(row, member),
    after: bindingFacts(row, member, target),
  })
  return row
}

const resultOf = ({ email }: Grant, member: MemberRow | null) => ({
  memberId: member?.id ?? null,
  name: member?.name ?? null,
  email: member?.email ?? email ?? null,
})

const refusal = ({ code, detail, field }: Fault, index: number) => {
  const pointer = `#/grants/${index}${field ? `/${field}` : ''}`
  return new Problem(code, detail, { errors: [{ pointer, detail }] })
}
