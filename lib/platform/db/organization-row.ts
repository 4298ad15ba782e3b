import 'server-only'
import { sqlOf, statement } from './sql'

export type OrganizationRow = {
  id: string
  name: string
  createdAt: Date
  version: number
  deletionRequestedAt: Date | null
  deletionDueAt: Date | null
  deletionRequestedBy: unknown
}

const ROW = statement(
  `SELECT id, name, created_at AS "createdAt", version, deletion_requested_at AS "deletionRequestedAt",
     deletion_due_at AS "deletionDueAt", deletion_requested_by AS "deletionRequestedBy"
   FROM organization WHERE id = current_setting('app.organization_id')`,
)

/** The organization of the door. */
export async function organizationRow(db: object): Promise<OrganizationRow> {
  const [row] = await sqlOf(db).rows<OrganizationRow>(ROW, [])
  if (!row) throw new Error('The organization of this door does not exist.')
  return row
}
