import 'server-only'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { keyFor } from './keys'

/** SHA-256, hex: for random tokens and keys, which need no salt. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** HMAC-SHA-256 under a key of its own, base64url: a value that only this installation can make. */
export const mac = (purpose: string, text: string): string =>
  createHmac('sha256', keyFor(`mac:${purpose}`))
    .update(text)
    .digest('base64url')

/** Compares without telling by time where two texts differ. */
export const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))
