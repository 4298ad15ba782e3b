import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { changePolicy } from '@/lib/modules/policy/commands/change-policy'
import { NO_WAY, TOO_MANY, TOO_MANY_RANGES, within } from '@/lib/modules/policy/policy'
import { bounds, cloudAccesses, signInWays } from '@/lib/modules/policy/policy-rules'
import { readPolicy } from '@/lib/modules/policy/queries/read-policy'
import { defineRoute } from '../api/route'
import { single, text, time, wireTime } from '../api/wire'

const fields = {
  second_factor_required: z.boolean().describe('Console sessions alone are asked; keys never are.'),
  second_factor_grace_days: within(bounds.graceDays, 'days').describe(
    'Days to set one up, from when it came to be required, or from joining. 0 to 90.',
  ),
  session_idle_minutes: within(bounds.idleMinutes, 'minutes')
    .nullable()
    .describe('A session ends when it was not used for so long, at least 5. Null: any time.'),
  session_hours: within(bounds.hours, 'hours')
    .nullable()
    .describe('A session ends after so long in any case. Null: as the installation has it.'),
  sign_in_methods: z
    .array(z.enum(signInWays))
    .min(1, NO_WAY)
    .max(20)
    .describe('The ways to sign in; at least one.'),
  invitation_domains: z
    .array(text)
    .max(bounds.domains, TOO_MANY)
    .describe('Mail domains whose addresses may be invited or added. None: every address.'),
  default_cloud_access: z
    .enum(cloudAccesses)
    .describe('What people who join later get in clouds that add everybody.'),
  person_key_days: within(bounds.personKeyDays, 'days').describe(
    'The longest life of people’s API keys, in days. 1 to 30. Keys that live longer end sooner, from their making on.',
  ),
  account_key_days: within(bounds.accountKeyDays, 'days')
    .nullable()
    .describe(
      'The longest life of service accounts’ API keys, in days. Null: as long as is asked.',
    ),
  keys_must_end: z
    .boolean()
    .describe(
      'False: service accounts may have keys that do not end, where their life has no limit.',
    ),
  key_ranges: z
    .array(text)
    .max(bounds.ranges, TOO_MANY_RANGES)
    .describe('Address ranges (CIDR) that API keys are let in from. None: from everywhere.'),
}

const example = {
  second_factor_required: true,
  second_factor_grace_days: 7,
  second_factor_since: '2026-11-24T08:02:06.510000+00:00',
  session_idle_minutes: 720,
  session_hours: 168,
  sign_in_methods: ['password' as const, 'passkey' as const],
  invitation_domains: ['halden.example'],
  default_cloud_access: 'collaborator' as const,
  person_key_days: 30,
  account_key_days: 90,
  keys_must_end: true,
  key_ranges: ['203.0.113.0/24'],
  version: 2,
}

const PolicyWire = z
  .object({
    ...fields,
    second_factor_since: time.nullable().describe('Null: it is not required.'),
    version: z.int().describe('Counts the changes.'),
  })
  .meta({ id: 'Policy', examples: [example] })

const wire = (policy: OutputOf<typeof readPolicy>): z.input<typeof PolicyWire> => ({
  second_factor_required: policy.secondFactorRequired,
  second_factor_grace_days: policy.secondFactorGraceDays,
  second_factor_since: policy.secondFactorSince && wireTime(policy.secondFactorSince),
  session_idle_minutes: policy.sessionIdleMinutes,
  session_hours: policy.sessionHours,
  sign_in_methods: policy.signInMethods,
  invitation_domains: policy.invitationDomains,
  default_cloud_access: policy.defaultCloudAccess,
  person_key_days: policy.personKeyDays,
  account_key_days: policy.accountKeyDays,
  keys_must_end: policy.keysMustEnd,
  key_ranges: policy.keyRanges,
  version: policy.version,
})

export const policy = [
  defineRoute({
    method: 'GET',
    path: '/policy',
    operationId: 'get_policy',
    summary: 'Read what owners demand of the people of the organization',
    permission: 'organization.read_details',
    answer: single(PolicyWire),
    handle: async ({ run }) => ({ result: wire(await run(readPolicy, {})) }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/policy',
    operationId: 'change_policy',
    summary: 'Change some of it; sessions that are over by it end at once',
    permission: 'organization.change_policy',
    body: z
      .object({
        ...fields,
        expected_version: z
          .int()
          .describe('Of an answer before: when it is not the present one, nothing is saved.'),
      })
      .partial()
      .meta({ examples: [{ session_idle_minutes: 720, invitation_domains: ['halden.example'] }] }),
    refusals: ['stale'],
    answer: single(PolicyWire),
    async handle({ run, body }) {
      const changes = {
        secondFactorRequired: body.second_factor_required,
        secondFactorGraceDays: body.second_factor_grace_days,
        sessionIdleMinutes: body.session_idle_minutes,
        sessionHours: body.session_hours,
        signInMethods: body.sign_in_methods,
        invitationDomains: body.invitation_domains,
        defaultCloudAccess: body.default_cloud_access,
        personKeyDays: body.person_key_days,
        accountKeyDays: body.account_key_days,
        keysMustEnd: body.keys_must_end,
        keyRanges: body.key_ranges,
        expectedVersion: body.expected_version,
      }
      const given = Object.entries(changes).filter(([, value]) => value !== undefined)
      const saved = await run(changePolicy, Object.fromEntries(given))
      return { result: wire(saved) }
    },
  }),
]
