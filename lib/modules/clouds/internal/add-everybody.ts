import 'server-only'
import { sqlOf, statement } from '@/lib/platform/db/sql'

const ADD = statement(`
  INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, read_only, origin, created_at)
  SELECT m.organization_id, new_binding_id(), m.id, $1, 'collaborator', coalesce(p.default_cloud_access = 'read_only', false), 'auto_add', $2
  FROM membership m LEFT JOIN organization_policy p ON p.organization_id = m.organization_id
  WHERE m.ended_at IS NULL
  ON CONFLICT (organization_id, cloud_id, membership_id) WHERE project_id IS NULL DO NOTHING`)

/**
 * Adds everybody in the organization who has no role on the cloud, owners too: theirs is dormant. Those who join later are
 * added by the database (auto_add_new_member). Behind the organization's lock, which joins take as well. Says how many.
 */
export const addEverybody = (db: object, cloudId: string, now: Date): Promise<number> =>
  sqlOf(db).run(ADD, [cloudId, now.toISOString()])
