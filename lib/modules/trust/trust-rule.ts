import { z } from 'zod'
import type { Subject } from '@/lib/domain/events'
import { idOf, moment } from '@/lib/domain/schemas'
import { ruleLife, subjectFault } from './trust-matching'

const named = z.string().trim().min(1, 'Give it a name.').max(100, 'At most 100 characters.')
const exact = (what: string) =>
  z.string().trim().min(1, `Name the ${what}.`).max(500, 'At most 500 characters.')

const claimName = z.string().regex(/^[\w./:-]{1,100}$/, 'A claim has a name of letters and digits.')
/** What stands in its own fields, and times, are no further claims. */
const OWN = ['iss', 'aud', 'sub', 'exp', 'iat', 'nbf', 'jti']
const MOST_CLAIMS = 10
const claims = z
  .record(claimName, z.string().min(1, 'Say what it must be.').max(500))
  .refine((all) => Object.keys(all).length <= MOST_CLAIMS, `At most ${MOST_CLAIMS} claims.`)
  .refine((all) => !OWN.some((name) => name in all), 'This claim has its own place.')

/** What an owner says of a trust rule. */
const said = {
  name: named,
  issuer: exact('issuer').regex(/^https?:\/\/[^\s?#]+$/, 'An issuer begins with https://.'),
  audience: exact('audience'),
  subject: exact('subject').superRefine((text, context) => {
    const fault = subjectFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  }),
  claims,
  /** JSON Web Key Set of an issuer that cannot be reached from here. */
  jwks: z.string().max(20_000, 'At most 20,000 characters.'),
  seconds: z
    .int()
    .min(ruleLife.minimum, 'A token lives at least a minute.')
    .max(ruleLife.maximum, 'A token lives at most an hour.'),
  enabled: z.boolean(),
}
export const ruleFields = {
  ...said,
  claims: said.claims.default({}),
  jwks: said.jwks.default(''),
  seconds: said.seconds.default(ruleLife.default),
  enabled: said.enabled.default(true),
}
/** Of a change: what is left out stays. */
export const changedFields = z.object(said).partial().shape

/** A trust rule as lists and forms have it. */
export const TrustRule = z.object({
  id: idOf('tr'),
  accountId: idOf('ide'),
  name: z.string(),
  issuer: z.string(),
  audience: z.string(),
  subject: z.string(),
  claims: z.unknown().pipe(z.record(z.string(), z.string())),
  /** The key set that was pasted, as text; empty: asked of the issuer. */
  jwks: z.string(),
  seconds: z.int(),
  enabled: z.boolean(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
  version: z.int(),
})
export type TrustRule = z.output<typeof TrustRule>

/** A public key of an account. */
export const ClientKey = z.object({
  id: idOf('ck'),
  accountId: idOf('ide'),
  name: z.string(),
  /** RSA, EC or OKP. */
  kind: z.string(),
  thumbprint: z.string(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
})
export type ClientKey = z.output<typeof ClientKey>

type Row = { jwks: unknown; claims: unknown; membershipId: string }
/** A row as a list shows it. */
export const shownRule = <R extends Row>({ membershipId, ...row }: R) => ({
  ...row,
  accountId: membershipId,
  jwks: row.jwks === null ? '' : JSON.stringify(row.jwks),
})

type KeyRow = { jwk: unknown; membershipId: string }
export const shownKey = <R extends KeyRow>({ membershipId, ...row }: R) => ({
  ...row,
  accountId: membershipId,
  kind: String((row.jwk as { kty?: string }).kty),
})

/** The account that it is about, as the subject of an event. */
export const trustSubject = ({ id, name }: { id: string; name: string }): Subject => ({
  kind: 'service_account',
  id,
  label: name,
})

type Facts = {
  name: string
  issuer: string
  audience: string
  subject: string
  claims: unknown
  jwks: unknown
  seconds: number
  enabled: boolean
}
const bare = (text: string) => text.replace(/https?:\/\//g, '')

/** What an event says of a rule. Addresses stand in it without their scheme: whatever looks like a link in the log is a secret. */
export const ruleFacts = ({ name, issuer, audience, subject, claims, jwks, ...rest }: Facts) => ({
  name,
  issuer: bare(issuer),
  audience: bare(audience),
  subject: bare(subject),
  claims: JSON.parse(bare(JSON.stringify(claims))) as object,
  ownKeys: jwks !== null,
  seconds: rest.seconds,
  enabled: rest.enabled,
})
