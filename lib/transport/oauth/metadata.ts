import 'server-only'
import { scopeNames } from '@/lib/domain/scopes'
import { issuerOfTokens } from '@/lib/platform/jose/access-token'
import { CLIENT_ALGS } from '@/lib/platform/jose/public-key'
import { INTROSPECT_PATH, JWKS_PATH, REVOKE_PATH, TOKEN_PATH } from './paths'

const METHODS = ['client_secret_basic', 'private_key_jwt']

/** What this installation speaks (RFC 8414 §2), whoever asks. */
export function authorizationServer() {
  const issuer = issuerOfTokens()
  const at = (path: string) => `${issuer}${path}`
  return {
    issuer,
    token_endpoint: at(TOKEN_PATH),
    jwks_uri: at(JWKS_PATH),
    introspection_endpoint: at(INTROSPECT_PATH),
    revocation_endpoint: at(REVOKE_PATH),
    response_types_supported: [],
    grant_types_supported: [
      'client_credentials',
      'urn:ietf:params:oauth:grant-type:token-exchange',
    ],
    scopes_supported: scopeNames,
    token_endpoint_auth_methods_supported: METHODS,
    token_endpoint_auth_signing_alg_values_supported: CLIENT_ALGS,
    introspection_endpoint_auth_methods_supported: METHODS,
    introspection_endpoint_auth_signing_alg_values_supported: CLIENT_ALGS,
    revocation_endpoint_auth_methods_supported: METHODS,
    revocation_endpoint_auth_signing_alg_values_supported: CLIENT_ALGS,
  }
}
