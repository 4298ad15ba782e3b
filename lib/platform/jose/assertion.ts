import 'server-only'
import { decodeJwt, importJWK, type JWK, jwtVerify } from 'jose'
import { algorithmsOf } from './public-key'

const SKEW = 30 // seconds
/** A client makes one for the moment: what it might make for a year is a password. */
const LONGEST = 10 * 60 // seconds

/** Whom an assertion says it is from; nothing is proven by that. */
export function claimedClient(assertion: string): string | null {
  try {
    const { sub } = decodeJwt(assertion)
    return typeof sub === 'string' ? sub : null
  } catch {
    return null
  }
}

type Key = { id: string; jwk: unknown }
type Expected = { clientIds: string[]; audience: string[]; now: Date }

/** The key that signed an assertion of this client for us (RFC 7523 §3), its jti and its end; null when none did. */
export async function provenAssertion(
  assertion: string,
  keys: readonly Key[],
  { clientIds, audience, now }: Expected,
): Promise<{ keyId: string; jti: string; expiresAt: Date } | null> {
  for (const { id, jwk } of keys) {
    try {
      const algorithms = algorithmsOf(jwk as JWK)
      const key = await importJWK(jwk as JWK, algorithms[0])
      const { payload } = await jwtVerify(assertion, key, {
        ...{ algorithms, issuer: clientIds, audience, currentDate: now, clockTolerance: SKEW },
        requiredClaims: ['iss', 'sub', 'aud', 'exp', 'jti'],
      })
      const { iss, sub, exp = 0, jti } = payload
      const far = exp - now.getTime() / 1_000 > LONGEST + SKEW
      if (iss !== sub || far || typeof jti !== 'string' || jti.length > 500) return null
      return { keyId: id, jti, expiresAt: new Date((exp + SKEW + 1) * 1_000) }
    } catch {
      // another key may be the right one
    }
  }
  return null
}
