import { engine } from '@/lib/platform/db/engine'
import { makeOrganization } from '@/lib/testing/people'

export const SIZE = 10_000

/** Each statement fills one table; `org`, `owner` are put in. Set SQL: the content is dull, the numbers are not. */
const STATEMENTS = [
  `INSERT INTO person (id, email, home_organization_id, name)
   SELECT 'per_fill' || n, 'fill' || n || '@plans.example', 'org', 'Fill ' || n FROM generate_series(1, size) AS n`,
  // two in a hundred owners, ten never there, three removed, three suspended; every hundredth rare by name
  `INSERT INTO membership (organization_id, id, user_id, person_id, email, name, role, source, searchable, sort_key, created_at, last_active_at, ended_at, ended_by_id, suspended_at)
   SELECT 'org', 'ide_fill' || n, 'usr_fill' || n, 'per_fill' || n, email, name, CASE WHEN n % 50 = 0 THEN 'owner' ELSE 'collaborator' END,
     CASE WHEN n % 33 = 0 THEN 'invitation' ELSE 'owner' END, name || ' ' || email, name,
     '2025-01-01Z'::timestamptz + n * interval '1 hour', CASE WHEN n % 10 = 3 THEN '1970-01-01Z' ELSE now() - n * interval '10 minutes' END,
     CASE WHEN n % 33 = 5 THEN now() END, CASE WHEN n % 33 = 5 THEN 'owner' END, CASE WHEN n % 33 = 6 THEN now() END
   FROM (SELECT n, 'fill' || n || '@plans.example' AS email,
     CASE WHEN n % 100 = 7 THEN 'quokka' ELSE 'fill' END || ' ' || md5(n::text) AS name FROM generate_series(1, size) AS n) AS people`,
  // one in two hundred has a second factor
  `INSERT INTO factor (id, person_id, kind, name, secret, confirmed_at)
   SELECT 'fct_fill' || n, 'per_fill' || n, 'totp', 'Phone', 'sealed', now() FROM generate_series(1, size) AS n WHERE n % 200 = 9`,
  // twenty inviters; nearly all accepted, each seventh expired, each eleventh revoked, a dozen pending
  `INSERT INTO invitation (organization_id, id, email, role, token_hash, invited_by_id, created_at, expires_at, accepted_at, accepted_by_id,
     revoked_at, revoked_because, delivery, delivered_at, delivery_error)
   SELECT 'org', 'orginv_fill' || n, CASE WHEN n % 100 = 7 THEN 'quokka' ELSE 'fill' END || n || '@plans.example', 'collaborator', md5(n::text),
     'ide_fill' || 1 + n % 20, at, CASE WHEN n > size - 12 THEN now() + interval '1 day' ELSE at + interval '7 days' END,
     CASE WHEN n % 7 > 0 AND n % 11 > 0 AND n <= size - 12 THEN at END, CASE WHEN n % 7 > 0 AND n % 11 > 0 AND n <= size - 12 THEN 'ide_fill' || n END,
     CASE WHEN n % 11 = 0 AND n <= size - 12 THEN at END, CASE WHEN n % 11 = 0 AND n <= size - 12 THEN 'revoked' END,
     CASE WHEN n % 500 = 3 THEN 'link' ELSE 'mail' END, CASE WHEN n % 500 > 3 THEN at END, CASE WHEN n % 500 = 2 THEN 'The mailbox is full.' END
   FROM (SELECT n, '2025-01-01Z'::timestamptz + n * interval '1 hour' AS at FROM generate_series(1, size) AS n) AS offers`,
  // one of each member, and the owner has an eighth of them all
  `INSERT INTO session (organization_id, id, person_id, membership_id, created_at, last_active_at, expires_at, ended_at)
   SELECT 'org', 'ses_fill' || n, CASE WHEN n % 8 = 0 THEN 'person' ELSE 'per_fill' || n END, CASE WHEN n % 8 = 0 THEN 'owner' ELSE 'ide_fill' || n END,
     now() - n * interval '1 minute', now() - n * interval '1 minute', now() + interval '1 day', CASE WHEN n % 8 = 0 AND n > 40 THEN now() END
   FROM generate_series(1, size) AS n`,
  `INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, searchable, last_used_at, created_at, expires_at)
   SELECT 'org', 'key_fill' || n, CASE WHEN n % 16 = 8 THEN 'owner' ELSE 'ide_fill' || n END, CASE WHEN n % 100 = 8 THEN 'Quokka' ELSE 'fill' END || n,
     'fill' || n, md5(n::text), '123456', CASE WHEN n % 100 = 8 THEN 'quokka' ELSE 'fill' END || n || ' 123456', CASE WHEN n % 3 = 0 THEN now() - n * interval '3 hours' END, now() - n * interval '1 hour', now() + (400 - n) * interval '1 hour'
   FROM generate_series(1, size) AS n`,
  `INSERT INTO operation (organization_id, id, kind, input, caller, started_by_id, total, done, created_at, finished_at)
   SELECT 'org', 'op_fill' || n, 'member.remove_many', '{}', '{}', CASE WHEN n % 9 = 0 THEN 'owner' ELSE 'ide_fill' || n END, size, 0,
     now() - n * interval '1 hour', CASE WHEN n % 400 > 0 THEN now() END FROM generate_series(1, size) AS n`,
  `INSERT INTO operation_item (organization_id, operation_id, position, subject_id, label, state)
   SELECT 'org', 'op_fill' || 1 + n % 2, n, 'ide_fill' || n, 'Fill', CASE WHEN n % 200 = 4 THEN 'refused' ELSE 'done' END FROM generate_series(1, size) AS n`,
  `INSERT INTO audit_event (organization_id, id, at, event, result, actor, actor_id, via_id, subject, subject_id, subject_of, request_id, operation_id)
   SELECT 'org', 'evt_fill' || n, now() - n * interval '1 minute', (ARRAY['member.joined', 'session.started', 'member.removed'])[1 + n % 3],
     CASE WHEN n % 200 = 0 THEN 'denied' ELSE 'done' END, '{}', 'ide_fill' || n % 300, 'ses_fill' || n % 900, '{}', 'ide_fill' || (n * 7) % 300,
     CASE WHEN n % 3 = 0 THEN 'ide_fill' || (n * 11) % 300 END, 'req_fill' || n / 2, CASE WHEN n % 20 = 0 THEN 'op_fill' || n % 400 END
   FROM generate_series(1, size) AS n`,
]

/** Accounts of programs, five made by each of forty owners, with a key each; a third of them on the second cloud, where few are. */
export const ACCOUNTS = 200
const PROGRAMS = [
  `INSERT INTO membership (organization_id, id, user_id, kind, email, name, role, source, searchable, sort_key, created_at, last_active_at)
   SELECT 'org', 'ide_bot' || n, 'usr_bot' || n, 'service_account', email, name, 'collaborator', 'owner', name || ' ' || email, name,
     '2025-01-01Z'::timestamptz + n * interval '50 hours', now() - n * interval '500 minutes'
   FROM (SELECT n, 'fill' || n || 'bot@plans.example' AS email, 'fill ' || md5('bot' || n) AS name FROM generate_series(1, accounts) AS n) AS programs`,
  `INSERT INTO service_account (organization_id, id, created_by_id) SELECT 'org', 'ide_bot' || n, 'ide_fill' || 50 * (1 + n % 40) FROM generate_series(1, accounts) AS n`,
  `INSERT INTO api_key (organization_id, id, membership_id, name, public_id, secret_hash, last_six, created_at, expires_at)
   SELECT 'org', 'key_bot' || n, 'ide_bot' || n, 'bot', 'bot' || n, md5(n::text), '123456', now() - interval '40 days', now() + interval '50 days' FROM generate_series(1, accounts) AS n`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, origin)
   SELECT 'org', 'rb_bot' || n, 'ide_bot' || n, 'cld_fill2', 'collaborator', 'direct' FROM generate_series(1, accounts) AS n WHERE n % 3 = 0`,
]

/** A fiftieth as many clouds, a fifth as many projects. On the first cloud is everybody; thirty on each of the others. */
const RESOURCES = [
  `INSERT INTO cloud (organization_id, id, name, provider, auto_add, creator_id, searchable, sort_key)
   SELECT 'org', 'cld_fill' || n, 'fill ' || n, 'AWS', n = 1, 'ide_fill8', 'fill ' || n, 'fill ' || lpad(n::text, 5, '0') FROM generate_series(1, size / 50) AS n`,
  `INSERT INTO project (organization_id, id, cloud_id, name, is_public, creator_id, searchable, sort_key)
   SELECT 'org', 'prj_fill' || n, 'cld_fill' || 1 + n % (size / 50), 'fill ' || n, n % 7 = 0, 'ide_fill8', 'fill ' || n, md5(n::text) FROM generate_series(1, size / 5) AS n`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, read_only, origin)
   SELECT 'org', 'rb_all' || n, 'ide_fill' || n, 'cld_fill1', CASE WHEN n % 1000 = 3 THEN 'owner' ELSE 'collaborator' END, n % 20 = 1, 'auto_add' FROM generate_series(1, size) AS n`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, origin)
   SELECT 'org', 'rb_some' || c || '_' || m, 'ide_fill' || 1 + (c * 613 + m * 7919) % size, 'cld_fill' || c, CASE m WHEN 1 THEN 'owner' ELSE 'writer' END, 'direct'
   FROM generate_series(2, size / 50) AS c, generate_series(1, 30) AS m`,
  // one is on every cloud
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, origin)
   SELECT 'org', 'rb_one' || c, 'ide_fill83', 'cld_fill' || c, 'collaborator', 'direct' FROM generate_series(2, size / 50) AS c ON CONFLICT DO NOTHING`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, project_id, role, origin)
   SELECT 'org', 'rb_in' || p || '_' || m, 'ide_fill' || 1 + ((1 + p % (size / 50)) * 613 + m * 7919) % size, 'cld_fill' || 1 + p % (size / 50), 'prj_fill' || p, 'write', 'direct'
   FROM generate_series(1, size / 5) AS p, generate_series(2, 9) AS m WHERE p <> size / 50`,
  // and a private project of the first cloud has half of them
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, project_id, role, origin)
   SELECT 'org', 'rb_half' || n, 'ide_fill' || n, 'cld_fill1', 'prj_fill' || size / 50, 'readonly', 'direct' FROM generate_series(1, size) AS n WHERE n % 2 = 0`,
]

/** An organization with thousands of everything, and the planner knows. Alone in its database. */
export async function fill() {
  const organization = await makeOrganization()
  const { raw } = await engine()
  const { owner } = organization
  for (const statement of [...STATEMENTS, ...RESOURCES, ...PROGRAMS]) {
    await raw.query(
      statement
        .replaceAll("'org'", `'${organization.id}'`)
        .replaceAll("'owner' ELSE 'ide", `'${owner.id}' ELSE 'ide`)
        .replaceAll("THEN 'owner' END", `THEN '${owner.id}' END`)
        .replaceAll("'person'", `'${owner.personId}'`)
        .replace(/\bsize\b/g, String(SIZE))
        .replace(/\baccounts\b/g, String(ACCOUNTS)),
    )
  }
  await raw.query('ANALYZE')
  return organization
}
