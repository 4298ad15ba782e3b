import 'server-only'
import type { Page } from './reach'
import { sqlOf, statement } from './sql'
import { BINDING, countsAt, type StoredBinding } from './targets'

export type TreeProject = {
  id: string
  name: string
  isPublic: boolean
  isDefault: boolean
  binding: StoredBinding | null
}
export type TreeCloud = {
  id: string
  name: string
  isDefault: boolean
  sortKey: string
  /** The one on the cloud itself. */
  binding: StoredBinding | null
  projects: TreeProject[]
}

// $1 the member, $2 the moment, $3 and $4 the place, $5 clouds, $6 projects of each. Everybody sees the clouds on which they
// have a role, also one that rests; an organization owner sees all. Of each, the projects that they reach or have a role in.
const CLOUDS = {
  owner: `SELECT c.id, c.name, c.is_default, c.sort_key FROM cloud c WHERE true`,
  other: `SELECT c.id, c.name, c.is_default, c.sort_key FROM (
    SELECT DISTINCT b.cloud_id FROM role_binding b WHERE b.membership_id = $1 OFFSET 0) AS f JOIN cloud c ON c.id = f.cloud_id WHERE true`,
}
const OPEN = {
  owner: 'true',
  other: `(t.on_cloud = 'owner' OR (p.is_public AND t.on_cloud IS NOT NULL))`,
}
const PROJECT = 'p.id, p.name, p.is_public, p.is_default, p.sort_key'

// Of a key for chosen places ($7 clouds, $8 projects) those, and the clouds that its projects are of.
const CHOSEN = {
  clouds: `AND (c.id = ANY ($7::text[]) OR EXISTS (SELECT FROM project o WHERE o.cloud_id = c.id AND o.id = ANY ($8::text[])))`,
  projects: `AND (p.cloud_id = ANY ($7::text[]) OR p.id = ANY ($8::text[]))`,
}
const ALL = { clouds: '', projects: '' }

const tree = (
  who: 'owner' | 'other',
  only: typeof CHOSEN,
  compare: '<' | '>',
  direction: 'ASC' | 'DESC',
) =>
  statement(`
  WITH page AS MATERIALIZED (
    ${CLOUDS[who]} ${only.clouds} AND ($3::text IS NULL OR (c.sort_key, c.id) ${compare} ($3, $4)) ORDER BY c.sort_key ${direction}, c.id ${direction} LIMIT $5::int),
  t AS MATERIALIZED (
    SELECT page.*, h.binding, h.on_cloud FROM page LEFT JOIN LATERAL (
      SELECT ${BINDING} AS binding,
        CASE WHEN ${countsAt('b', '$2::timestamptz')} THEN b.role END AS on_cloud
      FROM role_binding b WHERE b.cloud_id = page.id AND b.membership_id = $1 AND b.project_id IS NULL LIMIT 1) AS h ON true)
  SELECT t.id, t.name, t.is_default AS "isDefault", t.sort_key AS "sortKey", t.binding, coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'isPublic', l.is_public, 'isDefault', l.is_default, 'binding', (
        SELECT ${BINDING} FROM role_binding b WHERE b.project_id = l.id AND b.membership_id = $1)) ORDER BY l.sort_key, l.id)
    FROM (SELECT ${PROJECT} FROM (
        (SELECT ${PROJECT} FROM project p WHERE p.cloud_id = t.id AND ${OPEN[who]} ${only.projects} ORDER BY p.sort_key, p.id LIMIT $6::int)
        UNION
        (SELECT ${PROJECT} FROM role_binding b JOIN project p ON p.id = b.project_id
          WHERE b.membership_id = $1 AND b.cloud_id = t.id ${only.projects} ORDER BY p.sort_key, p.id LIMIT $6::int)) AS p
      ORDER BY p.sort_key, p.id LIMIT $6::int) AS l), '[]') AS projects
  FROM t ORDER BY t.sort_key ${direction}, t.id ${direction}`)

const both = (who: 'owner' | 'other', only: typeof CHOSEN) => ({
  up: tree(who, only, '>', 'ASC'),
  down: tree(who, only, '<', 'DESC'),
})
const of = (only: typeof CHOSEN) => ({ owner: both('owner', only), other: both('other', only) })
const TREES = { all: of(ALL), chosen: of(CHOSEN) }

type Places = { clouds: readonly string[]; projects: readonly string[] }
type Asked = { memberId: string; role: string; at: Date; projects: number; only: Places | null }

/** One keyset page, by name, of the clouds that a member has something on, with up to so many projects of each. */
export function accessTree(db: object, { memberId, role, at, projects, only }: Asked, page: Page) {
  const trees = TREES[only ? 'chosen' : 'all'][role === 'owner' ? 'owner' : 'other']
  const { after, descending, limit } = page
  return sqlOf(db).rows<TreeCloud>(descending ? trees.down : trees.up, [
    memberId,
    at,
    after?.value ?? null,
    after?.id ?? null,
    limit,
    projects,
    ...(only ? [only.clouds, only.projects] : []),
  ])
}
