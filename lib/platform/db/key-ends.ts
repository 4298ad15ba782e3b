import 'server-only'
import { sqlOf, statement } from './sql'

/** A key that ends soon, and the person who is told first: its holder, or whoever made the service account. */
export type EndingKey = {
  id: string
  name: string
  lastSix: string
  expiresAt: Date
  organizationId: string
  organizationName: string
  holder: { id: string; name: string; email: string; kind: string }
  /** Null: of a service account that no owner of today made; then every owner is told. */
  told: { id: string; email: string } | null
}

// Twice at most: within the last week, and within the last day. A key that was made for less than that is not warned of as soon
// as it is made, nor one in whose place a newer one works. Who cannot use theirs now is told nothing.
const WARN = statement(`
  WITH due AS (
    SELECT k.organization_id, k.id FROM api_key k
    JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
    WHERE k.revoked_at IS NULL AND k.expires_at > $1::timestamptz AND k.expires_at <= $1::timestamptz + interval '168 hours'
      AND m.ended_at IS NULL AND m.suspended_at IS NULL
      AND NOT EXISTS (SELECT FROM api_key newer WHERE newer.organization_id = k.organization_id AND newer.replaces_id = k.id
        AND newer.revoked_at IS NULL AND (newer.expires_at IS NULL OR newer.expires_at > $1::timestamptz))
      AND CASE WHEN k.expires_at > $1::timestamptz + interval '24 hours'
        THEN k.warned_at IS NULL AND k.created_at < k.expires_at - interval '168 hours'
        ELSE (k.warned_at IS NULL OR k.warned_at < k.expires_at - interval '24 hours') AND k.created_at < k.expires_at - interval '24 hours' END
    ORDER BY k.expires_at LIMIT $2::int),
  warned AS (
    UPDATE api_key k SET warned_at = $1::timestamptz FROM due
    WHERE k.organization_id = due.organization_id AND k.id = due.id AND k.revoked_at IS NULL AND k.expires_at > $1::timestamptz
    RETURNING k.organization_id, k.id, k.name, k.last_six, k.expires_at, k.membership_id)
  SELECT w.id, w.name, w.last_six AS "lastSix", w.expires_at AS "expiresAt", w.organization_id AS "organizationId",
    o.name AS "organizationName",
    jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'kind', m.kind) AS holder,
    CASE WHEN m.kind = 'person' THEN jsonb_build_object('id', m.id, 'email', m.email)
      WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'email', c.email) END AS told
  FROM warned w JOIN organization o ON o.id = w.organization_id
  JOIN membership m ON m.organization_id = w.organization_id AND m.id = w.membership_id
  LEFT JOIN service_account s ON s.organization_id = w.organization_id AND s.id = w.membership_id
  LEFT JOIN membership c ON c.organization_id = w.organization_id AND c.id = s.created_by_id
    AND c.role = 'owner' AND c.ended_at IS NULL AND c.suspended_at IS NULL
  ORDER BY w.expires_at, w.id`)

/** Marks keys of every organization as warned of, and says which. */
export const markKeysWarned = (db: object, now: Date, limit: number): Promise<EndingKey[]> =>
  sqlOf(db).rows(WARN, [now, limit])
