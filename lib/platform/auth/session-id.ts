import 'server-only'
import { decode } from 'next-auth/jwt'
import { isId } from '@/lib/domain/id'
import { cookieNames } from './cookies'
import { tokenSecret } from './token-secret'

/**
 * The session id in a request's `cookie` header. Null when there is none, or when it was altered, has ended or was
 * made under another AUTH_SECRET. Says nothing about whether the session still lives: the database does.
 */
export async function readSessionId(cookieHeader: string): Promise<string | null> {
  const token = readCookie(cookieHeader, cookieNames.session())
  if (token === null) return null
  const payload = await decode({ token, secret: tokenSecret() }).catch(() => null)
  return isId('ses', payload?.sid) ? payload.sid : null
}

function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}
