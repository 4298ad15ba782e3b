import type { SystemDb } from '@/lib/platform/db/doors'
import type { Rows } from './rows'

const AT_ONCE = 500 // rows; a statement has at most 65,535 parameters

/** Writes the rows of a story. The counters of the organizations follow by trigger. */
export async function writeRows(db: SystemDb, rows: Rows): Promise<void> {
  await inPieces(rows.organizations, (data) => db.organization.createMany({ data }))
  await inPieces(rows.people, (data) => db.person.createMany({ data }))
  await inPieces(rows.memberships, (data) => db.membership.createMany({ data }))
  await inPieces(rows.invitations, (data) => db.invitation.createMany({ data }))
  await inPieces(rows.sessions, (data) => db.session.createMany({ data }))
  await inPieces(rows.apiKeys, (data) => db.apiKey.createMany({ data }))
  await inPieces(rows.operations, (data) => db.operation.createMany({ data }))
  await inPieces(rows.operationItems, (data) => db.operationItem.createMany({ data }))
  await inPieces(rows.events, (data) => db.auditEvent.createMany({ data }))
}

async function inPieces<Row>(rows: readonly Row[], write: (piece: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await write(rows.slice(from, from + AT_ONCE))
  }
}
