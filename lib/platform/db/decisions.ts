import 'server-only'
import { sqlOf, statement } from './sql'
import { BINDING, chainOf, type StoredBinding, type Target } from './targets'

/** Whom a decision is about, by one of their ids or by their address, and where. Null: nowhere, or nobody there can be. */
export type Asked = {
  member: string | null
  user: string | null
  email: string | null
  cloud: string | null
  project: string | null
}

type Row = {
  member: {
    id: string
    name: string
    kind: string
    role: string
    limits: string[]
    suspended: boolean
  } | null
  cloud: { id: string; name: string } | null
  project: { id: string; name: string; isPublic: boolean } | null
  bindings: StoredBinding[]
}
/** The facts of one decision. Null member or place: there is none here. */
export type Facts = {
  member: Row['member']
  place: Pick<Row, 'cloud' | 'project'>
  chain: Target['chain'] | null
}

const MEMBER = `jsonb_build_object('id', m.id, 'name', m.name, 'kind', m.kind, 'role', m.role, 'limits', m.limits, 'suspended', m.suspended_at IS NOT NULL)`
const OF = (column: string, asked: string) =>
  `SELECT id, name, kind, role, limits, suspended_at FROM membership WHERE ${column} = a.${asked} AND ended_at IS NULL`
// CASE, because for row-level security COALESCE might leak what it sees, and is kept from indexes.
const FACTS = statement(`
  SELECT CASE WHEN m.id IS NOT NULL THEN ${MEMBER} END AS member,
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name) END AS cloud,
    CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name, 'isPublic', p.is_public) END AS project,
    to_jsonb(ARRAY(
      SELECT ${BINDING}
      FROM role_binding b WHERE b.membership_id = m.id AND b.cloud_id = c.id AND (b.project_id IS NULL OR b.project_id = p.id))) AS bindings
  FROM jsonb_to_recordset($1::jsonb) AS a(n int, member text, "user" text, email text, cloud text, project text)
  LEFT JOIN LATERAL (${OF('id', 'member')} UNION ALL ${OF('user_id', '"user"')} UNION ALL ${OF('email', 'email')} LIMIT 1) AS m ON true
  LEFT JOIN LATERAL (SELECT id, name, is_public, cloud_id FROM project WHERE id = a.project LIMIT 1) AS p ON true
  LEFT JOIN LATERAL (SELECT id, name FROM cloud WHERE id = CASE WHEN a.cloud IS NULL THEN p.cloud_id ELSE a.cloud END LIMIT 1) AS c ON true
  ORDER BY a.n`)

/** What is needed to decide each of them, in their order: one statement, confined to the door's organization. */
export async function decisionFacts(
  db: object,
  asked: readonly Asked[],
  at: Date,
): Promise<Facts[]> {
  const numbered = JSON.stringify(asked.map((one, n) => ({ n, ...one })))
  const rows = await sqlOf(db).rows<Row>(FACTS, [numbered])
  return rows.map(({ member, cloud, project, bindings }) => ({
    member,
    place: { cloud, project },
    chain: cloud && chainOf(bindings, project, at),
  }))
}
