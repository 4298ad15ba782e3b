import 'server-only'
import { decode } from 'next-auth/jwt'
import { isId } from '@/lib/domain/id'
import { sha256 } from '@/lib/platform/crypto/hash'
import { cookieNames } from './cookies'
import { tokenSecret } from './token-secret'

/**
 * The session id in a request's `cookie` header. Null when there is none, or when it was altered, has ended or was
 * made under another AUTH_SECRET. Says nothing about whether the session still lives: the database does.
 */
export async function readSessionId(cookieHeader: string): Promise<string | null> {
  const token = readCookie(cookieHeader, cookieNames.session())
  if (token === null) return null
  const key = sha256(token)
  const known = opened.get(key)
  if (known && known.until > Date.now()) return known.id
  const payload = await decode({ token, secret: tokenSecret() }).catch(() => null)
  if (!isId('ses', payload?.sid)) return null
  if (opened.size >= MOST) opened.clear()
  opened.set(key, { id: payload.sid, until: Number(payload.exp) * 1000 })
  return payload.sid
}

// Opening one derives a key and decrypts: a millisecond of each page and read. Known by their hash, until they end.
const MOST = 2_000
const opened = new Map<string, { id: string; until: number }>()

function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}
