import 'server-only'
import { calculateJwkThumbprint, exportJWK, importJWK, importSPKI, type JWK } from 'jose'

/** What each kind of key signs with; nothing else is taken from a token that names its own algorithm (RFC 8725 §3.1). */
export const CLIENT_ALGS = ['RS256', 'ES256', 'EdDSA'] as const
const RSA_BITS = 2_048

export function algorithmsOf({ kty, crv }: JWK): string[] {
  if (kty === 'RSA') return ['RS256']
  if (kty === 'EC' && crv === 'P-256') return ['ES256']
  if (kty === 'OKP' && crv === 'Ed25519') return ['EdDSA', 'Ed25519']
  return []
}

type Read = { ok: true; jwk: JWK; thumbprint: string } | { ok: false; fault: string }
const refused = (fault: string): Read => ({ ok: false, fault })
const KINDS =
  'Paste a public key for RS256 (2,048 bits or more), ES256 or EdDSA, as a JWK or as PEM.'

/** A public key as somebody pasted it: its public parts alone. */
export async function readPublicKey(text: string): Promise<Read> {
  const given = text.trim()
  if (/PRIVATE KEY/.test(given)) return refused(SECRET)
  const jwk = given.startsWith('-----') ? await fromPem(given) : fromJson(given)
  if (!jwk) return refused(KINDS)
  if (['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].some((name) => name in jwk)) return refused(SECRET)
  const { kty, crv, x, y, n, e } = jwk
  const open = Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => typeof value === 'string'),
  ) as JWK
  const [algorithm] = algorithmsOf(open)
  if (!algorithm) return refused(KINDS)
  if (kty === 'RSA' && bitsOf(n) < RSA_BITS) return refused(KINDS)
  try {
    await importJWK(open, algorithm)
    return { ok: true, jwk: open, thumbprint: await calculateJwkThumbprint(open) }
  } catch {
    return refused(KINDS)
  }
}

const SECRET =
  'This is a private key. Make a new pair, keep its private half to yourself, and paste the public one.'

const bitsOf = (n: unknown) => {
  const bytes = typeof n === 'string' ? Buffer.from(n, 'base64url') : Buffer.alloc(0)
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (bytes.byteLength - first) * 8
}

function fromJson(text: string): JWK | null {
  try {
    const read = JSON.parse(text)
    const jwk = Array.isArray(read?.keys) && read.keys.length === 1 ? read.keys[0] : read
    return typeof jwk === 'object' && jwk !== null && typeof jwk.kty === 'string' ? jwk : null
  } catch {
    return null
  }
}

async function fromPem(text: string): Promise<JWK | null> {
  for (const algorithm of CLIENT_ALGS) {
    try {
      return await exportJWK(await importSPKI(text, algorithm, { extractable: true }))
    } catch {
      // of another kind
    }
  }
  return null
}
