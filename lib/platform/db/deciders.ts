import 'server-only'
import type { ReadDb } from './doors'
import { sqlOf, statement } from './sql'
import { countsAt, type Target } from './targets'

const LIVE = (row: string) => countsAt(row, '$4::timestamptz')

// Owners of the project whose role on its cloud lets them, owners of the cloud, owners of the organization; nearest first.
const NEAREST = statement(`
  WITH near AS (
    SELECT p.membership_id AS id, 1 AS distance FROM role_binding p
    JOIN role_binding c ON c.membership_id = p.membership_id AND c.cloud_id = p.cloud_id AND c.project_id IS NULL
    WHERE p.cloud_id = $2 AND p.project_id = $3 AND p.role = 'owner' AND ${LIVE('p')} AND ${LIVE('c')}
      AND c.role IN ('owner', 'writer', 'collaborator') AND NOT c.read_only
    UNION ALL
    SELECT c.membership_id, 2 FROM role_binding c
    WHERE c.cloud_id = $2 AND c.project_id IS NULL AND c.role = 'owner' AND ${LIVE('c')}
    UNION ALL
    SELECT m.id, 3 FROM membership m WHERE m.role = 'owner' AND m.ended_at IS NULL
  )
  SELECT m.name, count(*) OVER ()::int AS count
  FROM (SELECT id, min(distance) AS distance FROM near GROUP BY id) AS nearest JOIN membership m ON m.id = nearest.id
  WHERE m.id <> $1 AND m.ended_at IS NULL AND m.suspended_at IS NULL
  ORDER BY nearest.distance, m.sort_key, m.id LIMIT 3`)

export type Nearest = { names: string[]; count: number }

/** Who decides about somebody: the first three by name and how many, but for themselves. At no place: the organization's owners. */
export async function nearestDeciders(
  db: object,
  memberId: string,
  target: Target | null,
  level: 'organization' | 'cloud' | 'project',
  at: Date,
): Promise<Nearest> {
  const cloud = level === 'organization' ? null : (target?.cloud.id ?? null)
  const project = level === 'project' ? (target?.project?.id ?? null) : null
  const rows = await sqlOf(db as ReadDb).rows<{ name: string; count: number }>(NEAREST, [
    memberId,
    cloud,
    project,
    at.toISOString(),
  ])
  return { names: rows.map(({ name }) => name), count: rows[0]?.count ?? 0 }
}
