import 'server-only'
import { sqlOf, statement } from './sql'

/** A role that ends soon, whose holder is to be told. */
export type EndingRole = {
  id: string
  organizationId: string
  organizationName: string
  memberId: string
  email: string
  cloud: string
  project: string | null
  role: string
  readOnly: boolean
  endsAt: Date
}

// Twice at most: within the last week, and within the last day. A role that was given for less than that is not warned
// of as soon as it is given. Who cannot use it now, or owns everything anyway, is told nothing.
const WARN = statement(`
  WITH due AS (
    SELECT b.organization_id, b.id, m.id AS member_id, m.email FROM role_binding b
    JOIN membership m ON m.organization_id = b.organization_id AND m.id = b.membership_id
    WHERE b.ends_at > $1::timestamptz AND b.ends_at <= $1::timestamptz + interval '7 days'
      AND (b.starts_at IS NULL OR b.starts_at <= $1::timestamptz)
      AND m.ended_at IS NULL AND m.suspended_at IS NULL AND m.kind = 'person' AND m.role <> 'owner'
      AND CASE WHEN b.ends_at > $1::timestamptz + interval '1 day'
        THEN b.warned_at IS NULL AND b.created_at <= b.ends_at - interval '7 days'
        ELSE (b.warned_at IS NULL OR b.warned_at < b.ends_at - interval '1 day') AND b.created_at <= b.ends_at - interval '1 day' END
    ORDER BY b.ends_at LIMIT $2::int),
  warned AS (
    UPDATE role_binding b SET warned_at = $1::timestamptz FROM due
    WHERE b.organization_id = due.organization_id AND b.id = due.id AND b.ends_at > $1::timestamptz
    RETURNING b.organization_id, b.id, b.cloud_id, b.project_id, b.role, b.read_only, b.ends_at, due.member_id, due.email)
  SELECT w.id, w.organization_id AS "organizationId", o.name AS "organizationName", w.member_id AS "memberId", w.email,
    c.name AS cloud, p.name AS project, w.role, w.read_only AS "readOnly", w.ends_at AS "endsAt"
  FROM warned w JOIN organization o ON o.id = w.organization_id
  JOIN cloud c ON c.organization_id = w.organization_id AND c.id = w.cloud_id
  LEFT JOIN project p ON p.organization_id = w.organization_id AND p.id = w.project_id
  ORDER BY w.ends_at, w.id`)

/** Marks roles of every organization as warned of, and says which. */
export const markWarned = (db: object, now: Date, limit: number): Promise<EndingRole[]> =>
  sqlOf(db).rows(WARN, [now, limit])
