import 'server-only'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { env } from '../env'
import { signingKey, TOKEN_ALG, tokenKey, tokenKeys } from './token-keys'

/** RFC 9068 §2.1 */
const TYP = 'at+jwt'

/** Who speaks in our tokens and whom they are for: this installation (RFC 8414 §2). */
export const issuerOfTokens = (): string => env.PUBLIC_URL.replace(/\/$/, '')

type Told = {
  jti: string
  organizationId: string
  subject: string
  scope: string
  issuedAt: number
  expiresAt: number
  act?: object
}

/** Reads the keys, so that a transaction need not wait for them. Not inside a door. */
export const readyToSign = async (): Promise<void> => void (await tokenKeys())

/** An access token (RFC 9068). */
export function signAccessToken({ jti, organizationId, subject, scope, act, ...told }: Told) {
  const { kid, privateKey } = signingKey()
  const claims = { client_id: subject, org_id: organizationId, scope, ...(act && { act }) }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: TOKEN_ALG, typ: TYP, kid })
    .setIssuer(issuerOfTokens())
    .setAudience(issuerOfTokens())
    .setSubject(subject)
    .setJti(jti)
    .setIssuedAt(told.issuedAt)
    .setExpirationTime(told.expiresAt)
    .sign(privateKey)
}

/** Whether a text may be a token of ours: three parts of base64url, not longer than we make them. */
export const looksLikeToken = (text: string): boolean =>
  text.length < 10_000 && /^[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/.test(text)

/** What a token of ours names, when one of our keys signed it for us and it has not ended. Whether it still counts, a door says. */
export async function readAccessToken(
  text: string,
): Promise<{ tokenId: string; organizationId: string } | null> {
  if (!looksLikeToken(text)) return null
  try {
    const { kid, alg } = headerOf(text)
    if (typeof kid !== 'string' || alg !== TOKEN_ALG) return null
    const key = await tokenKey(kid)
    if (!key) return null
    const { payload } = await jwtVerify(text, key.publicKey, {
      algorithms: [TOKEN_ALG],
      typ: TYP,
      issuer: issuerOfTokens(),
      audience: issuerOfTokens(),
      requiredClaims: ['exp', 'iat', 'sub', 'jti', 'client_id', 'org_id'],
    })
    const { jti, org_id: organizationId } = payload
    if (typeof jti !== 'string' || typeof organizationId !== 'string') return null
    return { tokenId: jti, organizationId }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_J')) return null
    throw error
  }
}

/** What a text says of itself; of one whose first part is no JSON: nothing. */
function headerOf(text: string): { kid?: unknown; alg?: unknown } {
  try {
    return decodeProtectedHeader(text)
  } catch {
    return {}
  }
}

/** The key set that others check our tokens with (RFC 7517). */
export const publicKeySet = async () => ({
  keys: (await tokenKeys()).map(({ publicJwk }) => publicJwk),
})
