import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'

/** What somebody accepted, ever, as lib/domain/terms.ts reads it. */
export async function acceptedBy(db: IdentityDb, personId: string): Promise<string[]> {
  const rows = await db.termsAcceptance.findMany({ where: { personId } })
  return rows.map(({ document, version }) => `${document} ${version}`)
}
