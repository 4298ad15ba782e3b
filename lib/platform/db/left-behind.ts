import 'server-only'
import { sqlOf, statement } from './sql'

/** Something that a member owns by a role of their own, or made. */
export type LeftThing = {
  id: string
  name: string
  creatorId: string
  cloudId: string
  cloudName: string
  /** Of all of them. */
  count: number
}

// From who they are to what is theirs, and only then, one by one (OFFSET 0), to its names: joined in any other order, all
// projects of the organization would be read.
const theirs = (table: 'cloud' | 'project') => `
  SELECT ${table}_id AS id FROM role_binding WHERE membership_id = $1 AND role = 'owner' AND (ends_at IS NULL OR ends_at > $2::timestamptz)
    AND project_id IS ${table === 'cloud' ? '' : 'NOT '}NULL
  UNION SELECT id FROM ${table} WHERE creator_id = $1`

const PROJECTS = statement(`
  WITH theirs AS MATERIALIZED (${theirs('project')})
  SELECT p.id, p.name, p.creator_id AS "creatorId", c.id AS "cloudId", c.name AS "cloudName",
    (SELECT count(*)::int FROM theirs) AS count
  FROM theirs t JOIN LATERAL (SELECT * FROM project WHERE id = t.id OFFSET 0) p ON true
    JOIN LATERAL (SELECT * FROM cloud WHERE id = p.cloud_id OFFSET 0) c ON true
  ORDER BY p.sort_key, p.id LIMIT $3::int`)
const CLOUDS = statement(`
  WITH theirs AS MATERIALIZED (${theirs('cloud')})
  SELECT c.id, c.name, c.creator_id AS "creatorId", c.id AS "cloudId", c.name AS "cloudName",
    (SELECT count(*)::int FROM theirs) AS count
  FROM theirs t JOIN LATERAL (SELECT * FROM cloud WHERE id = t.id OFFSET 0) c ON true ORDER BY c.sort_key, c.id LIMIT $3::int`)

/** The first of them by name, in the door's organization. */
export const leftThings = (
  db: object,
  kind: 'clouds' | 'projects',
  memberId: string,
  now: Date,
  limit: number,
): Promise<LeftThing[]> =>
  sqlOf(db).rows(kind === 'clouds' ? CLOUDS : PROJECTS, [memberId, now, limit])
