import 'server-only'
import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'
import type { ReadDb } from './doors'
import { type Statement, sqlOf, statement } from './sql'
import { type Place, type Target, type TargetRow, targetBeside, targetOf } from './targets'

/** Who a question is about: an open membership by its identity id, its user id or its address. */
export type HolderRef = { memberId: string } | { userId: string } | { email: string }

export type Holder = {
  id: string
  userId: string
  kind: string
  name: string
  email: string
  role: OrganizationRole
  limits: OrganizationLimit[]
  joinedAt: Date
  suspended: boolean
}
type Row = Holder & TargetRow

const MEMBER = `m.id, m.user_id AS "userId", m.kind, m.name, m.email, m.role, m.limits, m.created_at AS "joinedAt",
  m.suspended_at IS NOT NULL AS suspended`
const columns = { memberId: 'id', userId: 'user_id', email: 'email' } as const
const beside = {
  nowhere: ['', ''],
  cloud: [', target.*', targetBeside('cloud', 'm.id')],
  project: [', target.*', targetBeside('project', 'm.id')],
} as const

const statements = new Map<string, Statement>()

/** One for each way to name a member and each kind of place. */
function asking(by: keyof typeof columns, where: keyof typeof beside): Statement {
  const name = `${by} ${where}`
  const [more, join] = beside[where]
  const who = `m.${columns[by]} = $${where === 'nowhere' ? 1 : 2}`
  const made =
    statements.get(name) ??
    statement(
      `SELECT ${MEMBER}${more} FROM membership m ${join} WHERE m.ended_at IS NULL AND ${who}`,
    )
  statements.set(name, made)
  return made
}

/**
 * A member, suspended or not, and what they hold on the way to a place: one statement, confined to the door's organization.
 * Without the member: there is none. Without a target: there is no such place here, or none was named.
 */
export async function readHolder(
  db: object,
  ref: HolderRef,
  place: Place | null,
  at: Date,
): Promise<{ member: Holder; target: Target | null } | null> {
  const [by, who] = Object.entries(ref)[0] as [keyof typeof columns, string]
  const where = place === null ? 'nowhere' : 'cloud' in place ? 'cloud' : 'project'
  const id = place && ('cloud' in place ? place.cloud : place.project)
  const values = id === null ? [who] : [id, who]
  const [row] = await sqlOf(db as ReadDb).rows<Row>(asking(by, where), values)
  if (!row) return null
  const { cloud, project, bindings, ...member } = row
  return { member, target: cloud ? targetOf({ cloud, project, bindings }, at) : null }
}
