import 'server-only'
import type { Page } from './reach'
import { sqlOf, statement } from './sql'
import { BINDING, type StoredBinding } from './targets'

type Person = { id: string; userId: string; kind: string; name: string; email: string }
export type ReportRow = Person & {
  role: string
  limits: string[]
  suspended: boolean
  sortKey: string
  bindings: (StoredBinding & {
    cloud: { id: string; name: string }
    project: { id: string; name: string; isPublic: boolean } | null
  })[]
}

const PERSON = 'm.id, m.user_id AS "userId", m.kind, m.name, m.email'
const REPORT = statement(`
  SELECT ${PERSON}, m.role, m.limits, m.suspended_at IS NOT NULL AS suspended, m.sort_key AS "sortKey", to_jsonb(ARRAY(
    SELECT ${BINDING} || jsonb_build_object(
      'cloud', jsonb_build_object('id', c.id, 'name', c.name),
      'project', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name, 'isPublic', p.is_public) END)
    FROM role_binding b CROSS JOIN LATERAL (SELECT id, name, sort_key FROM cloud WHERE id = b.cloud_id LIMIT 1) AS c
    LEFT JOIN LATERAL (SELECT id, name, is_public, sort_key FROM project WHERE id = b.project_id LIMIT 1) AS p ON true
    WHERE b.membership_id = m.id ORDER BY c.sort_key, c.id, p.sort_key, p.id)) AS bindings
  FROM (SELECT * FROM membership WHERE role = 'collaborator' AND ended_at IS NULL AND ($1::text IS NULL OR (sort_key, id) > ($1, $2))
    ORDER BY sort_key, id LIMIT $3::int) AS m ORDER BY m.sort_key, m.id`)
const OF_ONE = statement(
  REPORT.text.replace(
    /FROM \(SELECT \* FROM membership.*LIMIT \$3::int\) AS m/s,
    `FROM (SELECT * FROM membership WHERE id = $1 AND role = 'collaborator' AND ended_at IS NULL) AS m`,
  ),
)
const OWNERS = statement(
  `SELECT ${PERSON} FROM membership m WHERE role = 'owner' AND ended_at IS NULL AND suspended_at IS NULL ORDER BY sort_key, id LIMIT $1::int`,
)

/** People who own nothing of the organization, by name, with every role that they were given and where. */
export const accessReport = (db: object, { after, limit }: Omit<Page, 'descending'>) =>
  sqlOf(db).rows<ReportRow>(REPORT, [after?.value ?? null, after?.id ?? null, limit])

export const accessReportOf = (db: object, memberId: string) =>
  sqlOf(db).rows<ReportRow>(OF_ONE, [memberId])

export const ownersOf = (db: object, most: number) => sqlOf(db).rows<Person>(OWNERS, [most])
