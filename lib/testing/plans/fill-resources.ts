import { engine } from '@/lib/platform/db/engine'
import { makeMember, makeOrganization } from '@/lib/testing/people'

export const CLOUDS = 1_000
export const PROJECTS = 10_000
const PEOPLE = 2_000

/** Set SQL, as in fill.ts; `org`, `owner`, `wide` and `narrow` are put in. */
const STATEMENTS = [
  `INSERT INTO person (id, email, home_organization_id, name)
   SELECT 'per_fill' || n, 'fill' || n || '@plans.example', 'org', 'Fill ' || n FROM generate_series(1, ${PEOPLE}) AS n`,
  `INSERT INTO membership (organization_id, id, user_id, person_id, email, name, role, source, searchable, sort_key)
   SELECT 'org', 'ide_fill' || n, 'usr_fill' || n, 'per_fill' || n, 'fill' || n || '@plans.example', 'Fill ' || n,
     CASE WHEN n % 100 = 0 THEN 'owner' ELSE 'collaborator' END, 'owner', 'fill ' || n, 'fill ' || md5(n::text) FROM generate_series(1, ${PEOPLE}) AS n`,
  // one is rare by name, one adds everybody; ten people made them
  `INSERT INTO cloud (organization_id, id, name, provider, creator_id, auto_add, is_default, created_at, searchable, sort_key)
   SELECT 'org', 'cld_fill' || n, name, 'AWS', 'ide_fill' || 1 + n % 10, n = 500, n = 1, '2025-01-01Z'::timestamptz + n * interval '1 hour', name, name
   FROM (SELECT n, CASE WHEN n = 77 THEN 'quokka' ELSE 'fill' END || ' ' || md5(n::text) AS name FROM generate_series(1, ${CLOUDS}) AS n) AS clouds`,
  // ten on each cloud: the default one, two more that are public; every thousandth rare by name
  `INSERT INTO project (organization_id, id, cloud_id, name, is_default, is_public, creator_id, created_at, searchable, sort_key)
   SELECT 'org', 'prj_fill' || n, 'cld_fill' || 1 + n % ${CLOUDS}, name, n <= ${CLOUDS}, n <= 3 * ${CLOUDS}, 'ide_fill' || 1 + n % 50,
     '2025-01-01Z'::timestamptz + n * interval '1 minute', name, name
   FROM (SELECT n, CASE WHEN n % 1000 = 777 THEN 'quokka' ELSE 'fill' END || ' ' || md5(n::text) AS name FROM generate_series(1, ${PROJECTS}) AS n) AS projects`,
  // twenty people on each cloud; on one of them all; one person on every cloud, one on three
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, origin)
   SELECT 'org', new_binding_id(), 'ide_fill' || 1 + (n * 37 + k) % ${PEOPLE}, 'cld_fill' || n, 'collaborator', 'direct'
   FROM generate_series(1, ${CLOUDS}) AS n, generate_series(1, 20) AS k WHERE n <> 500`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, origin)
   SELECT 'org', new_binding_id(), 'ide_fill' || n, 'cld_fill500', 'collaborator', 'auto_add' FROM generate_series(1, ${PEOPLE}) AS n`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, origin)
   SELECT 'org', new_binding_id(), 'wide', 'cld_fill' || n, 'writer', 'direct' FROM generate_series(1, ${CLOUDS}) AS n`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, origin)
   SELECT 'org', new_binding_id(), 'narrow', 'cld_fill' || n * 300, 'writer', 'direct' FROM generate_series(1, 3) AS n`,
  // two in each project, and the one of every cloud in a tenth of them
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, project_id, role, origin)
   SELECT 'org', new_binding_id(), 'ide_fill' || 1 + (n * 7 + k) % ${PEOPLE}, 'cld_fill' || 1 + n % ${CLOUDS}, 'prj_fill' || n, 'write', 'direct'
   FROM generate_series(1, ${PROJECTS}) AS n, generate_series(1, 2) AS k`,
  `INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, project_id, role, origin)
   SELECT 'org', new_binding_id(), 'wide', 'cld_fill' || 1 + n % ${CLOUDS}, 'prj_fill' || n, 'owner', 'direct' FROM generate_series(1, ${PROJECTS}) AS n WHERE n % 10 = 3`,
  `INSERT INTO workload (organization_id, id, external_id, kind, name, cloud_id, project_id, creator_id, state, last_seen_at)
   SELECT 'org', 'wl_fill' || n, 'fill' || n, 'job', 'Fill ' || n, 'cld_fill' || 1 + n % ${CLOUDS}, 'prj_fill' || n, 'ide_fill' || 1 + n % 300,
     CASE WHEN n % 3 = 0 THEN 'running' ELSE 'finished' END, now() - n * interval '1 minute' FROM generate_series(1, ${PROJECTS}) AS n`,
]

/** An organization with a thousand clouds, and the planner knows. `wide` is on all of them, `narrow` on three. */
export async function fillResources() {
  const organization = await makeOrganization()
  const wide = await makeMember(organization.id)
  const narrow = await makeMember(organization.id)
  const { raw } = await engine()
  for (const statement of STATEMENTS) {
    await raw.query(
      statement
        .replaceAll("'org'", `'${organization.id}'`)
        .replaceAll("'wide'", `'${wide.id}'`)
        .replaceAll("'narrow'", `'${narrow.id}'`),
    )
  }
  await raw.query('ANALYZE')
  return { ...organization, wide, narrow }
}
