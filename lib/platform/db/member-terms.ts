import 'server-only'
import type { ReadDb } from './doors'
import { sqlOf, statement } from './sql'

const NEWEST = statement(
  `SELECT document, version, accepted_at::timestamptz AS "acceptedAt" FROM member_terms($1)`,
)

/** The newest version of each text that a member of the present organization accepted. */
export const memberTerms = (db: ReadDb, membershipId: string) =>
  sqlOf(db).rows<{ document: string; version: string; acceptedAt: Date }>(NEWEST, [membershipId])
