import 'server-only'
import { issuerOfTokens } from '@/lib/platform/jose/access-token'
import { OAuthFault } from './fault'

/** There is one thing that tokens of ours are for (RFC 8707 §2, RFC 8693 §2.1). */
export function requireTarget(named: (string | undefined)[]): void {
  const ours = issuerOfTokens()
  if (named.every((name) => name === undefined || name.replace(/\/$/, '') === ours)) return
  throw new OAuthFault('invalid_target', `Tokens are for ${ours} alone.`)
}

type Given = { token: string; seconds: number; scope: string }

/** RFC 6749 §5.1 */
export const tokenBody = ({ token: access_token, seconds: expires_in, scope }: Given) => ({
  access_token,
  token_type: 'Bearer',
  expires_in,
  scope,
})
