import 'server-only'
import { env } from '../env'

const isSecure = () => env.PUBLIC_URL.startsWith('https:')

// RFC 6265bis §4.1.3.2: a browser takes a `__Host-` cookie only from this very host, over TLS, for all paths.
const nameOf = (purpose: string) => `${isSecure() ? '__Host-' : ''}gatehouse.${purpose}`

/** Every cookie of this program: its name, and the attributes they all share. */
export const cookieNames = {
  session: () => nameOf('session'),
  attempt: () => nameOf('attempt'),
  /** Which question a passkey answers, before anybody is known. */
  passkey: () => nameOf('passkey'),
  csrf: () => nameOf('csrf'),
  callback: () => nameOf('callback'),
  device: () => nameOf('device'),
}

export const cookieAttributes = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: isSecure(),
})
