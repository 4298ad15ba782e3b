import 'server-only'
import type { Chain, CloudBinding, ProjectBinding } from '@/lib/domain/decide'
import type { ReadDb } from './doors'
import { sqlOf, statement } from './sql'

/** A cloud or a project, by its id. */
export type Place = { cloud: string } | { project: string }

/** What a place is, and what somebody holds on the way to it. */
export type Target = {
  cloud: { id: string; name: string; isDefault: boolean; autoAdd: boolean; version: number }
  project: {
    id: string
    name: string
    isPublic: boolean
    isDefault: boolean
    version: number
  } | null
  chain: Chain
}

export type TargetRow = {
  cloud: Target['cloud']
  project: Target['project']
  bindings: StoredBinding[]
}
/** A binding as statements build it in JSON. */
export type StoredBinding = Stored & { on: 'cloud' | 'project' }
type Stored = Omit<CloudBinding, 'role' | 'startsAt' | 'endsAt'> & {
  role: string
  startsAt: string | null
  endsAt: string | null
}

// Whoever holds: the membership that is named, or the one that a key entered by (enter_by_key). Asked once, in a SELECT of its own:
// for row-level security COALESCE might leak what it sees, and so it is kept from indexes.
const HOLDER = `(SELECT coalesce($2, nullif(current_setting('app.membership_id', true), '')))`
const CLOUD = `jsonb_build_object('id', c.id, 'name', c.name, 'isDefault', c.is_default, 'autoAdd', c.auto_add, 'version', c.version)`
const PROJECT = `jsonb_build_object('id', p.id, 'name', p.name, 'isPublic', p.is_public, 'isDefault', p.is_default, 'version', p.version)`
/** A row b of role_binding as a StoredBinding. */
export const BINDING = `jsonb_build_object('id', b.id, 'on', CASE WHEN b.project_id IS NULL THEN 'cloud' ELSE 'project' END, 'role', b.role,
      'readOnly', b.read_only, 'origin', b.origin, 'startsAt', b.starts_at, 'endsAt', b.ends_at)`
/** `counts` of lib/domain/decide.ts: whether a row that goes by that name counts at a moment. */
export const countsAt = (row: string, at: string) =>
  `(${row}.starts_at IS NULL OR ${row}.starts_at <= ${at}) AND (${row}.ends_at IS NULL OR ${at} < ${row}.ends_at)`

const bindings = (holder: string, which: string) => `ARRAY(
    SELECT ${BINDING}
    FROM role_binding b WHERE b.membership_id = ${holder} AND b.cloud_id = c.id AND ${which})`

const ofCloud = (holder: string) => `SELECT ${CLOUD} AS cloud, NULL::jsonb AS project,
  to_jsonb(${bindings(holder, 'b.project_id IS NULL')}) AS bindings FROM cloud c WHERE c.id = $1`
const ofProject = (holder: string) => `SELECT ${CLOUD} AS cloud, ${PROJECT} AS project,
  to_jsonb(${bindings(holder, '(b.project_id IS NULL OR b.project_id = p.id)')}) AS bindings
  FROM project p JOIN cloud c ON c.organization_id = p.organization_id AND c.id = p.cloud_id WHERE p.id = $1`
const [OF_CLOUD, OF_PROJECT] = [statement(ofCloud(HOLDER)), statement(ofProject(HOLDER))]

/** The target $1 as `target`, with what each of the rows `from` holds whose membership is `holder`. */
export const targetBeside = (kind: 'cloud' | 'project', holder: string) =>
  `LEFT JOIN LATERAL (${kind === 'cloud' ? ofCloud(holder) : ofProject(holder)}) AS target ON true`

/**
 * A place, and what a member holds on the way to it: one statement, confined to the door's organization. Null member: the
 * one whose key opened the door. Null: there is no such place here.
 */
export async function readTarget(
  db: object,
  place: Place,
  membershipId: string | null,
  at: Date,
): Promise<Target | null> {
  const [sql, id] = 'cloud' in place ? [OF_CLOUD, place.cloud] : [OF_PROJECT, place.project]
  const [row] = await sqlOf(db as ReadDb).rows<TargetRow>(sql, [id, membershipId])
  return row ? targetOf(row, at) : null
}

/** A row of these statements, as decisions read it. */
export const targetOf = ({ cloud, project, bindings }: TargetRow, at: Date): Target => ({
  cloud,
  project,
  chain: chainOf(bindings, project, at),
})

/** Bindings that a statement built, as what somebody holds on the way to a cloud, or to a project of it. */
export function chainOf(
  bindings: readonly StoredBinding[],
  project: { isPublic: boolean } | null,
  at: Date,
): Chain {
  const on = (kind: 'cloud' | 'project') =>
    bindings.filter((binding) => binding.on === kind).map(withTimes)
  return {
    at,
    cloud: on('cloud') as CloudBinding[],
    ...(project && {
      project: { isPublic: project.isPublic, bindings: on('project') as ProjectBinding[] },
    }),
  }
}

const withTimes = ({ startsAt, endsAt, ...binding }: Stored) => ({
  ...binding,
  startsAt: startsAt === null ? null : new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
})
