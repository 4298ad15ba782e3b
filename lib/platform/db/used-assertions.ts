import 'server-only'
import { inTenant } from './doors'

/** False when an assertion was used before (RFC 7523 §3): of two at once, one waits for the other at the row. */
export const spendAssertion = (organizationId: string, assertionHash: string, expiresAt: Date) =>
  inTenant(organizationId, async (db) => {
    const data = { assertionHash, expiresAt }
    const { count } = await db.usedAssertion.createMany({ data, skipDuplicates: true })
    return count === 1
  })
