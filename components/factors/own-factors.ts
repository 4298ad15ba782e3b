import { consoleQuery } from '@/lib/client/query'
import type { Factor, FactorKind } from '@/lib/modules/factors/factor'

export const factorsRead = 'factor.list_own'

export type OwnFactor = Factor & { removalDenial: string | null }
/** The answer of `factor.list_own`. */
export type OwnFactors = {
  factors: OwnFactor[]
  recoveryCodes: number
  requiredBy: string | null
}

export const ownFactorsQuery = (organizationId: string) =>
  consoleQuery<OwnFactors>(organizationId, factorsRead)

export const kindWords: Record<FactorKind, string> = {
  passkey: 'Passkey',
  totp: 'Authenticator app',
}

/** The answer of what sets one up: with the first one come recovery codes. */
export type AddedFactor = { factor: Factor; recoveryCodes: string[] | null }
