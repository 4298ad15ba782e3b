import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyFor } from './keys'

const NONCE = 12
const TAG = 16

/** Seals a value for the database: AES-256-GCM under a key derived from AUTH_SECRET; `purpose` binds it. */
export function seal(purpose: string, value: unknown): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(`seal:${purpose}`), nonce)
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** Opens what `seal` made for the same purpose. Throws when it was altered or AUTH_SECRET is another. */
export function unseal<T>(purpose: string, sealed: string): T {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFor(`seal:${purpose}`),
    bytes.subarray(0, NONCE),
  )
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  const body = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
  return JSON.parse(body.toString('utf8')) as T
}
