import 'server-only'
import { sqlOf, statement } from './sql'
import { countsAt } from './targets'

type Affected = { count: number; first: string[] }
type Change = {
  lose: Affected & { lately: number }
  lower: Affected
  gain: Affected
  raise: Affected
}

// tierOnProject of lib/domain/decide.ts, for those who neither own the organization nor the cloud.
const tier = (isPublic: string) =>
  `CASE WHEN own.role IS NULL AND NOT ${isPublic} THEN 'none' WHEN reads THEN 'readonly' WHEN own.role = 'owner' THEN 'owner'
   WHEN ${isPublic} OR own.role = 'write' THEN 'write' ELSE 'readonly' END`
const group = (name: string, more: string) =>
  `jsonb_build_object('count', count(*) FILTER (WHERE change = '${name}')::int,
    'first', coalesce(jsonb_agg(name ORDER BY sort_key, id) FILTER (WHERE change = '${name}' AND place <= 5), '[]')${more}) AS ${name}`

const AFFECTED = statement(`
  WITH place AS (SELECT p.id, p.cloud_id, p.is_public FROM project p WHERE p.id = $1),
  people AS (
    SELECT m.id, m.name, m.sort_key, ${tier('place.is_public')} AS was, ${tier('$2::boolean')} AS becomes
    FROM place
    JOIN LATERAL (SELECT b.membership_id, b.role = 'owner' AND NOT b.read_only AS owns,
        b.read_only OR b.role NOT IN ('owner', 'writer', 'collaborator') AS reads
      FROM role_binding b WHERE b.cloud_id = place.cloud_id AND b.project_id IS NULL AND ${countsAt('b', '$3')}) AS held ON true
    JOIN membership m ON m.id = held.membership_id AND m.ended_at IS NULL AND m.suspended_at IS NULL AND m.role <> 'owner'
    LEFT JOIN role_binding own ON own.project_id = place.id AND own.membership_id = m.id AND ${countsAt('own', '$3')}
    WHERE NOT held.owns),
  changes AS (
    SELECT *, row_number() OVER (PARTITION BY change ORDER BY sort_key, id) AS place FROM (
      SELECT *, CASE WHEN becomes = 'none' THEN 'lose' WHEN was = 'none' THEN 'gain' WHEN becomes = 'readonly' THEN 'lower' ELSE 'raise' END AS change
      FROM people WHERE was <> becomes) AS changing)
  SELECT ${group(
    'lose',
    `, 'lately', count(*) FILTER (WHERE change = 'lose' AND id IN (
      SELECT w.creator_id FROM workload w WHERE w.project_id = $1 AND w.last_seen_at > $3::timestamptz - interval '30 days'))::int`,
  )},
    ${['lower', 'gain', 'raise'].map((name) => group(name, '')).join(', ')}
  FROM changes`)

/** Whose access to a project becomes another one when it is public or private, with the meaning of decide.ts. */
export async function affectedByVisibility(
  db: object,
  projectId: string,
  isPublic: boolean,
  at: Date,
): Promise<Change> {
  const values = [projectId, isPublic, at.toISOString()]
  const [row] = await sqlOf(db).rows<Change>(AFFECTED, values)
  return row as Change
}
