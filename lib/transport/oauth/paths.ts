/** Where machines get, show and give back tokens. */
export const TOKEN_PATH = '/oauth2/token'
export const INTROSPECT_PATH = '/oauth2/introspect'
export const REVOKE_PATH = '/oauth2/revoke'
export const JWKS_PATH = '/oauth2/jwks'
export const METADATA_PATH = '/.well-known/oauth-authorization-server'
