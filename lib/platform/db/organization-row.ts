import 'server-only'
import { sqlOf, statement } from './sql'
import { countsAt } from './targets'

export type OrganizationRow = {
  id: string
  name: string
  createdAt: Date
  version: number
  deletionRequestedAt: Date | null
  deletionDueAt: Date | null
  deletionRequestedBy: unknown
  /** The default cloud, when whoever opened the door by a key can reach it. */
  defaultCloudId: string | null
}

// The same as `tierOnCloud` says: an organization owner, or whoever holds a role on it that counts now.
const DEFAULT_CLOUD = `(SELECT c.id FROM cloud c
  JOIN membership m ON m.organization_id = c.organization_id AND m.id = nullif(current_setting('app.membership_id', true), '')
  WHERE c.organization_id = organization.id AND c.is_default
    AND (m.role = 'owner' OR EXISTS (
      SELECT FROM role_binding b
      WHERE b.organization_id = c.organization_id AND b.cloud_id = c.id AND b.project_id IS NULL AND b.membership_id = m.id
        AND ${countsAt('b', 'now()')})))`

const ROW = statement(
  `SELECT id, name, created_at AS "createdAt", version, deletion_requested_at AS "deletionRequestedAt",
     deletion_due_at AS "deletionDueAt", deletion_requested_by AS "deletionRequestedBy",
     ${DEFAULT_CLOUD} AS "defaultCloudId"
   FROM organization WHERE id = current_setting('app.organization_id')`,
)

/** The organization of the door. */
export async function organizationRow(db: object): Promise<OrganizationRow> {
  const [row] = await sqlOf(db).rows<OrganizationRow>(ROW, [])
  if (!row) throw new Error('The organization of this door does not exist.')
  return row
}
