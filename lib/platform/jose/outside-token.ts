import 'server-only'
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JWTPayload,
  jwtVerify,
} from 'jose'
import { Unreadable } from '../outside/fetch-json'
import { type KeySet, keysOfIssuer } from './issuer-keys'

const SKEW = 60 // seconds
const LONGEST = 16_000 // characters
const ALGORITHMS = ['RS', 'PS', 'ES'].flatMap((kind) => ['256', '384', '512'].map((n) => kind + n))
const EDWARDS = ['EdDSA', 'Ed25519']

export type Claims = JWTPayload

/** What a token says of itself. Nothing is proven by that. */
export function peek(token: string): { claims: Claims; kid: string | undefined } | null {
  if (token.length > LONGEST) return null
  try {
    const { kid } = decodeProtectedHeader(token)
    return { claims: decodeJwt(token), kid }
  } catch {
    return null
  }
}

type Verified = { ok: true; claims: Claims } | { ok: false; why: Why; detail: string }
export type Why = 'issuer_unreadable' | 'signature' | 'expired' | 'not_yet' | 'incomplete'

/** Whether the issuer signed it, and its time is now. `keys`: of an issuer that cannot be asked. */
export async function verifyOutside(
  token: string,
  { issuer, keys, now }: { issuer: string; keys: unknown | null; now: Date },
): Promise<Verified> {
  const { kid } = peek(token) ?? {}
  try {
    const set = (keys ?? (await keysOfIssuer(issuer, kid))) as KeySet
    const { payload } = await jwtVerify(token, createLocalJWKSet(set as never), {
      ...{
        algorithms: [...ALGORITHMS, ...EDWARDS],
        issuer,
        currentDate: now,
        clockTolerance: SKEW,
      },
      requiredClaims: ['iss', 'sub', 'aud', 'exp'],
    })
    if (typeof payload.sub !== 'string') return failed('incomplete', 'It names no subject.')
    return { ok: true, claims: payload }
  } catch (error) {
    if (error instanceof Unreadable) return failed('issuer_unreadable', error.message)
    const { code, claim, reason } = error as { code?: string; claim?: string; reason?: string }
    if (code === 'ERR_JWT_EXPIRED') return failed('expired', 'It has expired.')
    if (claim === 'nbf') return failed('not_yet', 'Its time has not come yet.')
    if (reason === 'missing') return failed('incomplete', `It has no ${claim}.`)
    return failed('signature', 'The issuer did not sign it, or not with a key that it shows.')
  }
}

const failed = (why: Why, detail: string): Verified => ({ ok: false, why, detail })
