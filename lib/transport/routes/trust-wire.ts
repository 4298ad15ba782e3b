import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import type { addClientKey } from '@/lib/modules/trust/commands/add-client-key'
import type { getTrustRule } from '@/lib/modules/trust/queries/get-trust-rule'
import { ruleLife } from '@/lib/modules/trust/trust-matching'
import { time, wireTime } from '../api/wire'
import { exampleAccount } from './service-accounts'

const at = '2026-11-24T08:02:06.510000+00:00'
const used = '2026-11-25T13:40:11.027000+00:00'

export const accountParams = {
  account_id: {
    description: 'The identity id (ide_…) of a service account.',
    example: exampleAccount.id,
  },
}

export const exampleRule = {
  id: 'tr_5k1v9x4c6b2m7q0w3n7d0y2h8s',
  service_account_id: exampleAccount.id,
  name: 'Deploys of main',
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'https://gatehouse.halden.example',
  subject: 'repo:halden/robots:ref:refs/heads/main',
  claims: { environment: 'production' },
  jwks: '',
  seconds: 900,
  enabled: true,
  created_at: at,
  last_used_at: used,
  version: 1,
}

/** What an owner says of a rule. */
export const ruleSaid = {
  name: z.string().max(1_000).describe('At most 100 characters.'),
  issuer: z.string().max(1_000).describe('`iss` of the token, exactly so.'),
  audience: z.string().max(1_000).describe('One of `aud` of the token, exactly so.'),
  subject: z
    .string()
    .max(1_000)
    .describe(
      '`sub` of the token. A `*` stands for a whole part between `:` and `/`, never for one of the first two.',
    ),
  claims: z
    .record(z.string().max(200), z.string().max(1_000))
    .describe('Further claims and what each must be.'),
  jwks: z
    .string()
    .max(30_000)
    .describe('A JSON Web Key Set as text, of an issuer out of reach. Empty: asked of the issuer.'),
  seconds: z
    .int()
    .describe(
      `How long a token lives that it gives, in seconds: ${ruleLife.minimum} to ${ruleLife.maximum}.`,
    ),
  enabled: z.boolean().describe('One that is off lets nobody in, and refuses what it gave.'),
}

export const RuleWire = z
  .object({
    id: z.string().describe('The id of the rule (tr_…).'),
    service_account_id: z.string().describe('As whom its workloads act (ide_…).'),
    ...ruleSaid,
    created_at: time,
    last_used_at: time.nullable(),
    version: z.int().describe('Counts the changes.'),
  })
  .meta({ id: 'TrustRule', examples: [exampleRule] })

type Rule = OutputOf<typeof getTrustRule>
export const ruleWire = (rule: Rule): z.input<typeof RuleWire> => ({
  id: rule.id,
  service_account_id: rule.accountId,
  name: rule.name,
  issuer: rule.issuer,
  audience: rule.audience,
  subject: rule.subject,
  claims: rule.claims,
  jwks: rule.jwks,
  seconds: rule.seconds,
  enabled: rule.enabled,
  created_at: wireTime(rule.createdAt),
  last_used_at: rule.lastUsedAt && wireTime(rule.lastUsedAt),
  version: rule.version,
})

export const exampleClientKey = {
  id: 'ck_8f0u1w5zq3m7r2c6x9b4k1t0vd',
  service_account_id: exampleAccount.id,
  name: 'builder',
  kty: 'EC',
  thumbprint: 'cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s',
  created_at: at,
  last_used_at: used,
}

export const ClientKeyWire = z
  .object({
    id: z.string().describe('The id of the key (ck_…).'),
    service_account_id: z.string(),
    name: z.string(),
    kty: z.string().describe('RSA signs RS256, EC signs ES256, OKP signs EdDSA.'),
    thumbprint: z.string().describe('Its JWK thumbprint (RFC 7638).'),
    created_at: time,
    last_used_at: time.nullable(),
  })
  .meta({ id: 'ClientKey', examples: [exampleClientKey] })

type Key = OutputOf<typeof addClientKey>
export const clientKeyWire = (key: Key): z.input<typeof ClientKeyWire> => ({
  id: key.id,
  service_account_id: key.accountId,
  name: key.name,
  kty: key.kind,
  thumbprint: key.thumbprint,
  created_at: wireTime(key.createdAt),
  last_used_at: key.lastUsedAt && wireTime(key.lastUsedAt),
})

/** All of a few, in the envelope of lists. */
export const whole = <Row>(rows: Row[]) => ({ rows, next: null, total: { count: rows.length } })
