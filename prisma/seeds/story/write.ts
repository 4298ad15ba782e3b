import { insertMany } from '@/lib/platform/db/bulk'
import type { SystemDb } from '@/lib/platform/db/doors'
import type { Rows } from './rows'

/** Writes the rows of a story. The counters of the organizations follow by trigger. */
export async function writeRows(db: SystemDb, rows: Rows): Promise<void> {
  await insertMany(db, 'organization', rows.organizations)
  await insertMany(db, 'organizationPolicy', rows.policies)
  await insertMany(db, 'person', rows.people)
  await insertMany(db, 'membership', rows.memberships)
  const accounts = rows.accounts.map(({ description, createdById, ...membership }) => ({
    membership,
    own: {
      ...{ organizationId: membership.organizationId, id: membership.id },
      ...{ description, createdById },
    },
  }))
  await insertMany(
    db,
    'membership',
    accounts.map(({ membership }) => membership),
  )
  await insertMany(
    db,
    'serviceAccount',
    accounts.map(({ own }) => own),
  )
  await insertMany(db, 'invitation', rows.invitations)
  await insertMany(db, 'session', rows.sessions)
  await insertMany(db, 'apiKey', rows.apiKeys)
  await insertMany(db, 'apiKeyUse', rows.keyUses)
  await insertMany(db, 'operation', rows.operations)
  await insertMany(db, 'operationItem', rows.operationItems)
  await insertMany(db, 'cloud', rows.clouds)
  await insertMany(db, 'project', rows.projects)
  await insertMany(db, 'roleBinding', rows.roleBindings)
  await insertMany(db, 'workload', rows.workloads)
  await insertMany(db, 'auditEvent', rows.events)
}
