import 'server-only'
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose'
import { seal, unseal } from '../crypto/seal'
import { inSystem, type SystemDb } from '../db/doors'
import { lock } from '../db/locks'
import { once } from '../once'

export const TOKEN_ALG = 'ES256'
const PURPOSE = 'token-key'
const DAY = 86_400_000 // ms
const ROTATED_AFTER = 90 * DAY
/** A new key is shown before it signs, for whoever keeps the key set, and an old one longer than any token lives. */
const SHOWN_BEFORE = 3_600_000 // ms
const SHOWN_AFTER = DAY
const KEPT = 60_000 // ms
const READ_AGAIN = 5_000 // ms: a token may name a key that another process has just made

export type TokenKey = {
  kid: string
  createdAt: Date
  publicJwk: JWK
  publicKey: CryptoKey
  /** Null: sealed under another AUTH_SECRET. */
  privateKey: CryptoKey | null
}

type State = { keys: TokenKey[]; readAt: number }
const state = () => once('token-keys', (): State => ({ keys: [], readAt: 0 }))

/** The keys of this installation, the newest first; the first one is made when it is asked for. */
export async function tokenKeys(): Promise<TokenKey[]> {
  const { keys, readAt } = state()
  if (keys.length > 0 && Date.now() - readAt < KEPT) return keys
  const known = await readKeys()
  return known.some(({ privateKey }) => privateKey) ? known : makeKey(0)
}

/** The key that a token names; asked again of the database when it is none of the known ones. */
export async function tokenKey(kid: string): Promise<TokenKey | undefined> {
  const byId = (keys: TokenKey[]) => keys.find((key) => key.kid === kid)
  const found = byId(await tokenKeys())
  return found || Date.now() - state().readAt < READ_AGAIN ? found : byId(await readKeys())
}

/** What signs now: the newest that has been shown for long enough. `tokenKeys` was asked before. */
export function signingKey(now = Date.now()): TokenKey & { privateKey: CryptoKey } {
  const own = state().keys.filter((key): key is TokenKey & { privateKey: CryptoKey } =>
    Boolean(key.privateKey),
  )
  const shown = own.find(({ createdAt }) => now - createdAt.getTime() >= SHOWN_BEFORE)
  const key = shown ?? own.at(-1)
  if (!key) throw new Error('The keys of tokens were not read before one is signed.')
  return key
}

/** Work of the hour: a new key every 90 days; the old one goes when nothing that it signed lives. */
export async function rotateTokenKeys(now = new Date()): Promise<void> {
  const [newest, ...older] = await readKeys()
  if (!newest) return // made when the first token is asked for
  const age = now.getTime() - newest.createdAt.getTime()
  if (age > ROTATED_AFTER) await makeKey(ROTATED_AFTER)
  else if (older.length > 0 && age > SHOWN_BEFORE + SHOWN_AFTER) {
    await inSystem((db) =>
      db.tokenKey.deleteMany({ where: { createdAt: { lt: newest.createdAt } } }),
    )
    await readKeys()
  }
}

/** Makes one, unless another process did so meanwhile: one that is younger than `age`, and ours. */
async function makeKey(age: number): Promise<TokenKey[]> {
  const pair = await generateKeyPair(TOKEN_ALG, { extractable: true })
  const jwk = await exportJWK(pair.publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  const sealed = seal(PURPOSE, await exportJWK(pair.privateKey))
  await inSystem(async (db) => {
    await lock(db, 'installation')
    const newest = await rowsOf(db).then(([row]) => row && opened(row))
    const present = await newest
    const young = present && (age === 0 || Date.now() - present.createdAt.getTime() < age)
    if (present?.privateKey && young) return
    const publicJwk = { ...jwk, kid, alg: TOKEN_ALG, use: 'sig' }
    await db.tokenKey.create({ data: { kid, publicJwk, sealed } })
  })
  return readKeys()
}

const rowsOf = (db: SystemDb) => db.tokenKey.findMany({ orderBy: { createdAt: 'desc' } })
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

async function readKeys(): Promise<TokenKey[]> {
  const keys = await Promise.all((await inSystem(rowsOf)).map(opened))
  Object.assign(state(), { keys, readAt: Date.now() })
  return keys
}

async function opened({ kid, createdAt, publicJwk, sealed }: Row): Promise<TokenKey> {
  const jwk = publicJwk as JWK
  const own = unsealed(sealed)
  return {
    kid,
    createdAt,
    publicJwk: jwk,
    publicKey: (await importJWK(jwk, TOKEN_ALG)) as CryptoKey,
    privateKey: own && ((await importJWK(own, TOKEN_ALG)) as CryptoKey),
  }
}

function unsealed(sealed: string): JWK | null {
  try {
    return unseal<JWK>(PURPOSE, sealed)
  } catch {
    return null
  }
}
