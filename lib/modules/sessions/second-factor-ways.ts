import type { IdentityDb } from '@/lib/platform/db/doors'
import type { SecondFactor } from './session'

/** The second factors that somebody can prove, in the order they are offered; recovery codes only beside another. */
export async function secondFactorWays(db: IdentityDb, personId: string): Promise<SecondFactor[]> {
  const factors = await db.factor.findMany({
    where: { personId, confirmedAt: { not: null } },
    select: { kind: true },
  })
  if (factors.length === 0) return []
  const kinds = (['passkey', 'totp'] as const).filter((kind) =>
    factors.some((factor) => factor.kind === kind),
  )
  const codes = await db.recoveryCode.count({ where: { personId, usedAt: null } })
  return codes > 0 ? [...kinds, 'recovery_code'] : kinds
}
