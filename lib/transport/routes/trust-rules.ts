import 'server-only'
import { z } from 'zod'
import { changeTrustRule } from '@/lib/modules/trust/commands/change-trust-rule'
import { createTrustRule } from '@/lib/modules/trust/commands/create-trust-rule'
import { deleteTrustRule } from '@/lib/modules/trust/commands/delete-trust-rule'
import { getTrustRule } from '@/lib/modules/trust/queries/get-trust-rule'
import { listTrust } from '@/lib/modules/trust/queries/list-trust'
import { testTrust } from '@/lib/modules/trust/queries/test-trust'
import { checkKinds } from '@/lib/modules/trust/trust-matching'
import { defineRoute } from '../api/route'
import { envelope, list, single } from '../api/wire'
import { accountParams, exampleRule, RuleWire, ruleSaid, ruleWire, whole } from './trust-wire'

const { name, issuer, audience, subject, ...further } = ruleSaid
const params = { rule_id: { description: 'The id of a rule (tr_…).', example: exampleRule.id } }
const claims = {
  iss: exampleRule.issuer,
  aud: exampleRule.audience,
  sub: exampleRule.subject,
  environment: 'staging',
}

const Tested = z
  .object({
    match: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('The rule that would let it in; null: none would.'),
    expired: z.boolean().describe('Whether the token has ended, by its own word.'),
    rules: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          enabled: z.boolean(),
          matches: z.boolean(),
          checks: z.array(
            z.object({
              what: z.enum(checkKinds),
              name: z.string().describe('The claim.'),
              wanted: z.string(),
              found: z.string().nullable().describe('Null: it is absent, or no plain value.'),
              fits: z.boolean(),
            }),
          ),
        }),
      )
      .describe('The most specific first: the first that matches and is on counts.'),
  })
  .meta({
    id: 'TestedToken',
    examples: [
      {
        match: null,
        expired: false,
        rules: [
          {
            id: exampleRule.id,
            name: exampleRule.name,
            enabled: true,
            matches: false,
            checks: [
              {
                what: 'claim' as const,
                name: 'environment',
                wanted: 'production',
                found: 'staging',
                fits: false,
              },
            ],
          },
        ],
      },
    ],
  })

export const trustRules = [
  defineRoute({
    method: 'GET',
    path: '/service-accounts/{account_id}/trust-rules/',
    operationId: 'list_trust_rules',
    summary: 'List the trust rules of a service account, the oldest first',
    permission: 'trust.list',
    params: accountParams,
    answer: list(RuleWire),
    async handle({ run, params }) {
      const { rules } = await run(listTrust, { accountId: params.account_id })
      return envelope(whole(rules), ruleWire)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/{account_id}/trust-rules/',
    operationId: 'create_trust_rule',
    summary: 'Let workloads of another issuer act as a service account',
    permission: 'trust.change',
    params: accountParams,
    refusals: ['conflict'],
    body: z.object({ name, issuer, audience, subject, ...z.object(further).partial().shape }).meta({
      examples: [
        {
          name: exampleRule.name,
          issuer: exampleRule.issuer,
          audience: exampleRule.audience,
          subject: exampleRule.subject,
        },
      ],
    }),
    answer: single(RuleWire),
    status: 201,
    repeatable: (answer) => answer,
    handle: async ({ run, params, body }) => ({
      result: ruleWire(await run(createTrustRule, { ...body, accountId: params.account_id })),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/{account_id}/trust-rules/test',
    operationId: 'test_trust_rules',
    summary: 'Say which trust rule a token would match, and of each why it would or would not',
    permission: 'trust.list',
    params: accountParams,
    body: z
      .object({
        token: z
          .string()
          .max(20_000)
          .describe(
            'A JWT, or its claims as JSON. Nothing of it is kept. Its signature is asked about at the token endpoint alone.',
          ),
      })
      .meta({ examples: [{ token: JSON.stringify(claims) }] }),
    answer: single(Tested),
    async handle({ run, params, body: { token } }) {
      const found = await run(testTrust, { accountId: params.account_id, token })
      const { counts, expired } = found
      return {
        result: {
          match: counts && { id: counts.id, name: counts.name },
          expired,
          rules: found.tested.map(({ rule: { id, name, enabled }, matches, checks }) => ({
            ...{ id, name, enabled },
            ...{ matches, checks },
          })),
        },
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/trust-rules/{rule_id}',
    operationId: 'get_trust_rule',
    summary: 'Read one trust rule',
    permission: 'trust.list',
    params,
    answer: single(RuleWire),
    handle: async ({ run, params }) => ({
      result: ruleWire(await run(getTrustRule, { ruleId: params.rule_id })),
    }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/trust-rules/{rule_id}',
    operationId: 'change_trust_rule',
    summary: 'Change a trust rule, or switch it on or off; what is left out stays',
    permission: 'trust.change',
    params,
    refusals: ['stale'],
    body: z
      .object({
        ...z.object(ruleSaid).partial().shape,
        expected_version: z.int().optional().describe('Refused when the row is another one now.'),
      })
      .meta({ examples: [{ enabled: false }] }),
    answer: single(RuleWire),
    async handle({ run, params, body: { expected_version: expectedVersion, ...given } }) {
      const asked = { ruleId: params.rule_id, expectedVersion, ...given }
      return { result: ruleWire(await run(changeTrustRule, asked)) }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/trust-rules/{rule_id}',
    operationId: 'delete_trust_rule',
    summary: 'Delete a trust rule, and end the tokens that it gave',
    permission: 'trust.change',
    params,
    async handle({ run, params }) {
      await run(deleteTrustRule, { ruleId: params.rule_id })
    },
  }),
]
