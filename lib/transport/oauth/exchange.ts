import 'server-only'
import type { KeyCaller } from '@/lib/kernel/caller'
import { recordDenial, refusedExchange } from '@/lib/kernel/denials'
import type { ApiRequest } from '@/lib/listener/gatehouse'
import { issueToken } from '@/lib/modules/tokens/commands/issue-token'
import { bySpecificity, matches } from '@/lib/modules/trust/trust-matching'
import { findClient } from '@/lib/platform/db/token-clients'
import { peek, verifyOutside } from '@/lib/platform/jose/outside-token'
import { originOf, type Peer } from '../api/key-caller'
import { limited, runAs } from './client'
import { OAuthFault } from './fault'
import type { Form } from './form'
import { requireTarget, tokenBody } from './token-body'

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const TYPE = 'urn:ietf:params:oauth:token-type:'
const SUBJECTS = ['jwt', 'id_token'].map((kind) => TYPE + kind)
const WANTED = ['access_token', 'jwt'].map((kind) => TYPE + kind)

type Account = NonNullable<Awaited<ReturnType<typeof findClient>>>
type Rule = Account['rules'][number] & { claims: Record<string, string> }

/** A workload shows a token of its own issuer, names the account, and gets a token of ours, if one of the account's rules says so (RFC 8693). */
export async function exchange(request: ApiRequest, form: Form, peer: Peer) {
  const invalid = (detail: string) => new OAuthFault('invalid_request', detail)
  const proofs = [request.headers.get('authorization'), form.get('client_assertion')]
  if (proofs.some(Boolean) || form.get('client_secret') || form.get('actor_token'))
    throw invalid('A workload proves itself with its subject_token alone.')
  const token = form.require('subject_token')
  if (!SUBJECTS.includes(form.require('subject_token_type')))
    throw invalid('subject_token_type is that of a jwt or an id_token.')
  if (!WANTED.includes(form.get('requested_token_type') ?? `${TYPE}access_token`))
    throw invalid('Access tokens are given, and nothing else.')
  requireTarget([form.get('resource'), form.get('audience')])
  const clientId = form.require('client_id')
  const origin = originOf(request, peer)
  await limited(origin)
  const account = await findClient(clientId)
  const { rule, claims } = await ruleFor(account, token).catch(async (error: unknown) => {
    if (!(error instanceof NotTrusted) || !account) throw refused(error)
    const denial = refusedExchange(account, error.facts)
    if (account.rules.some(({ enabled }) => enabled)) await recordDenial(denial, origin, new Date())
    throw refused(error)
  })
  const { organizationId, id: membershipId } = account as Account
  const asker: KeyCaller = { kind: 'key', organizationId, membershipId, keyId: rule.id, origin }
  const act = { iss: rule.issuer, sub: claims.sub as string }
  const input = { clientId, scope: form.get('scope'), act }
  const given = await runAs({ asker, clientId }, issueToken, input)
  return { ...tokenBody(given), issued_token_type: `${TYPE}access_token` }
}

/** Why an exchange was refused, for the owners' log. */
class NotTrusted extends Error {
  constructor(readonly facts: Record<string, string>) {
    super('not trusted')
  }
}

// One text, whatever it was: whose rules there are is not told. §2.2.2
const refused = (error: unknown) =>
  error instanceof NotTrusted
    ? new OAuthFault('invalid_request', 'This subject_token is not trusted for this client_id.')
    : error

/** The most specific rule that trusts a token, and what its issuer says in it. */
async function ruleFor(account: Account | null, token: string) {
  const said = peek(token)
  const { iss } = said?.claims ?? {}
  if (!said || typeof iss !== 'string') throw new NotTrusted({ why: 'no_token' })
  const rules = (account?.rules ?? []) as Rule[]
  const asked = rules.filter(({ enabled, issuer }) => enabled && issuer === iss)
  if (asked.length === 0) throw new NotTrusted({ why: 'no_rule' })
  let refusal: Record<string, string> = { why: 'no_rule' }
  for (const rule of asked.sort(bySpecificity)) {
    const now = new Date()
    const read = await verifyOutside(token, { issuer: rule.issuer, keys: rule.jwks, now })
    if (!read.ok) refusal = { why: read.why }
    else if (matches(rule, read.claims)) return { rule, claims: read.claims }
    else refusal = factsOf(rule, read.claims)
  }
  throw new NotTrusted(refusal)
}

/** What a proven token says; one that is not proven is not written down. */
const factsOf = ({ issuer }: Rule, { sub, aud }: { sub?: unknown; aud?: unknown }) => ({
  why: 'no_match',
  issuer: issuer.replace(/^https?:\/\//, ''),
  subject: bare(sub),
  audience: bare(aud),
})
/** As the log can hold it: an issuer may sign any text. */
const bare = (value: unknown) =>
  String(value)
    .replace(/https?:\/\//g, '')
    .slice(0, 300)
    .replace(/\0|\p{Cs}/gu, '\ufffd')
