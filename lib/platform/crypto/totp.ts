import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

/** RFC 6238 as authenticator apps speak it: SHA-1, six digits, a step of 30 s. */
const STEP = 30_000 // ms
const DIGITS = 6
/** Codes of so many steps before and after the present one count (RFC 6238 §5.2). */
const TOLERANCE = 1

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 random bits (RFC 4226 §4), in base32 as people type it. */
export const newTotpSecret = (): string =>
  Array.from(randomBytes(32), (byte) => alphabet[byte % 32]).join('')

/** The secret as a QR code carries it (Key URI Format of authenticator apps). */
export function totpUri(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}

/** The step whose code this is, of those that count at `now`; null when it is none. Whoever asks refuses a step twice. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const present = Math.floor(now.getTime() / STEP)
  const key = fromBase32(secret)
  let found: number | null = null
  for (let step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
    if (totpCode(key, step) === code) found = step
  }
  return found
}

function totpCode(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  const number = (digest.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
