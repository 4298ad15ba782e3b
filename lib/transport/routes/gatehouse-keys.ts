import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { isProblem, Problem } from '@/lib/kernel/problem'
import { keyLifetime, lifetimeFaults, overlap } from '@/lib/modules/api-keys/api-key-rules'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { createApiKeyForAccount } from '@/lib/modules/api-keys/commands/create-api-key-for-account'
import { rotateApiKey } from '@/lib/modules/api-keys/commands/rotate-api-key'
import { readApiKey } from '@/lib/modules/api-keys/queries/read-api-key'
import { defineRoute } from '../api/route'
import { idText, single, textTo, time, wireTime } from '../api/wire'
import { AskedCeilingWire, askedOf, CeilingWire, chosenOf } from './ceiling-wire'

const exampleId = 'key_4u7kq0p2m6f1c8x3z9a5w0bnvd'
const at = '2026-11-24T08:02:06.510000+00:00'

const KeyWire = z.object({
  id: z.string(),
  name: z.string(),
  last_six: z.string(),
  created_at: time,
  expires_at: time.nullable().describe('Null: it does not end.'),
  revoked_at: time.nullable(),
  last_used_at: time.nullable().describe('Up to a minute late.'),
  ceiling: CeilingWire.nullable(),
  replaces_id: z.string().nullable().describe('The key whose place it took.'),
})
type Key = OutputOf<typeof createApiKey>['apiKey']
const end = (moment: string | null) => moment && wireTime(moment)
const wire = (key: Key): z.input<typeof KeyWire> => ({
  id: key.id,
  name: key.name,
  last_six: key.lastSix,
  created_at: wireTime(key.createdAt),
  expires_at: end(key.expiresAt),
  revoked_at: end(key.revokedAt),
  last_used_at: end(key.lastUsedAt),
  ceiling: key.ceiling && {
    ...(key.ceiling.readOnly && { read_only: true }),
    ...chosenOf(key.ceiling),
  },
  replaces_id: key.replacesId,
})

const example = {
  id: exampleId,
  name: 'laptop',
  last_six: 'k3Xw9Q',
  created_at: at,
  expires_at: '2026-12-24T08:02:06.510000+00:00',
  revoked_at: null,
  last_used_at: null,
  ceiling: { read_only: true },
  replaces_id: null,
}

const Member = z.object({ id: z.string(), name: z.string() })
const KeyDetail = KeyWire.extend({
  holder: Member.extend({
    user_id: z.string(),
    email: z.string(),
    is_service_account: z.boolean(),
  }),
  made_by: Member.nullable(),
  asked_seconds: z
    .number()
    .nullable()
    .describe('The life that was asked for when the policy gave less; 0: without end.'),
  replaced_by_id: z.string().nullable(),
  last_used_address: z.string().nullable(),
  last_used_client: z.string().nullable(),
  days: z
    .array(z.object({ day: z.iso.date(), requests: z.int() }))
    .describe('The last 30 days (UTC), the oldest first.'),
  calls: z
    .array(z.object({ operation: z.string(), requests: z.int() }))
    .describe('What it called in these days, by our own names of it, most first.'),
}).meta({
  id: 'KeyDetail',
  examples: [
    {
      ...example,
      holder: {
        id: 'ide_2k2y004le7fcqa0azt484nfutd',
        name: 'Ann Berg',
        user_id: 'usr_764n07887310ju4o8gryavdvyw',
        email: 'ann@halden.example',
        is_service_account: false,
      },
      made_by: { id: 'ide_2k2y004le7fcqa0azt484nfutd', name: 'Ann Berg' },
      asked_seconds: null,
      replaced_by_id: null,
      last_used_address: '203.0.113.7',
      last_used_client: 'OpenAPI-Generator/1.0.0/python',
      days: [{ day: '2026-11-24', requests: 12 }],
      calls: [{ operation: 'cloud.list', requests: 12 }],
    },
  ],
})

const secret = z.string().describe('The key. Shown once.')
const Made = z
  .object({ key: secret, api_key: KeyWire })
  .meta({ id: 'MadeKey', examples: [{ key: 'agh_pat_…', api_key: example }] })
const Rotated = Made.extend({ old: KeyWire }).meta({
  id: 'RotatedKey',
  examples: [{ key: 'agh_pat_…', api_key: { ...example, replaces_id: exampleId }, old: example }],
})

const duration = z
  .int(lifetimeFaults.whole)
  .min(keyLifetime.minimum, lifetimeFaults.short)
  .max(keyLifetime.maximum, lifetimeFaults.long)
  .nullish()
const params = { key_id: { description: 'The id of a key (key_…).', example: exampleId } }
const madeBefore = (id: string) =>
  `This Idempotency-Key made the key ${id}, which was shown once. Revoke it and make another.`

export const gatehouseKeys = [
  defineRoute({
    method: 'POST',
    path: '/api_keys/',
    operationId: 'make_api_key',
    summary: 'Make an API key with a ceiling, for oneself or, as an owner, for a service account',
    permission: 'api_key.create_own',
    refusals: ['not_found'],
    body: z
      .object({
        name: textTo(200).nullish().describe('One live key of a name.'),
        duration_seconds: duration.describe('Absent: what the policy presets. Null: without end.'),
        service_account_id: idText.nullish().describe('An id (ide_… or usr_…).'),
        ceiling: AskedCeilingWire.optional(),
      })
      .meta({
        examples: [{ name: 'laptop', duration_seconds: 604_800, ceiling: { read_only: true } }],
      }),
    answer: single(Made),
    status: 201,
    onRepeat: ({ result }) => madeBefore(result.api_key.id),
    async handle({ run, body: { name, duration_seconds: seconds, service_account_id, ceiling } }) {
      const given = { name: name ?? '', seconds, ...askedOf(ceiling) }
      const { key, apiKey } = await (service_account_id
        ? run(createApiKeyForAccount, { ...given, accountId: service_account_id })
        : run(createApiKey, given)
      ).catch(asWire)
      return { result: { key, api_key: wire(apiKey) } }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api_keys/{key_id}',
    operationId: 'read_api_key',
    summary: 'Read an API key: what it may do, who made it, and how it is used',
    permission: 'api_key.list_own',
    params,
    answer: single(KeyDetail),
    async handle({ run, params: { key_id: keyId } }) {
      const key = await run(readApiKey, { keyId })
      const { holder, madeBy } = key
      // Over HTTP whoever is gone is unknown, as everywhere; their keys stand in the console and the audit log.
      if (holder.removed) throw new Problem('not_found', 'You have no such API key.')
      return {
        result: {
          ...wire(key),
          holder: {
            ...{ id: holder.id, name: holder.name, user_id: holder.userId, email: holder.email },
            is_service_account: holder.kind === 'service_account',
          },
          made_by: madeBy && { id: madeBy.id, name: madeBy.name },
          asked_seconds: key.askedSeconds,
          replaced_by_id: key.replacedBy?.id ?? null,
          last_used_address: key.lastUsedAddress,
          last_used_client: key.lastUsedClient,
          days: key.days,
          calls: key.calls.map(({ useCase, requests }) => ({ operation: useCase, requests })),
        },
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api_keys/{key_id}/rotate',
    operationId: 'rotate_api_key',
    summary: 'Put a new key in the place of one; the old one works on for a while',
    permission: 'api_key.create_own',
    params,
    refusals: ['conflict'],
    body: z
      .object({
        overlap_seconds: z
          .int()
          .min(0)
          .max(overlap.maximum, 'The old key works on for at most 30 days.')
          .default(overlap.default)
          .describe(
            'How long the old one works on, never longer than it would have. 0: no longer.',
          ),
        duration_seconds: duration.describe('Absent: as the old one, as far as the policy allows.'),
      })
      .meta({ examples: [{ overlap_seconds: 86_400 }] }),
    answer: single(Rotated),
    onRepeat: ({ result }) => madeBefore(result.api_key.id),
    async handle({ run, params: { key_id: keyId }, body }) {
      const { overlap_seconds: overlapSeconds, duration_seconds: seconds } = body
      const rotated = await run(rotateApiKey, { keyId, overlapSeconds, seconds }).catch(asWire)
      const { key, apiKey, old } = rotated
      return { result: { key, api_key: wire(apiKey), old: wire(old) } }
    },
  }),
]

/** A life that the policy does not give is the fault of its field, by its name on the wire. */
function asWire(error: unknown): never {
  if (!isProblem(error) || !error.extra.errors) throw error
  const errors = error.extra.errors.map(({ pointer, detail }) => ({
    pointer: pointer === '#/seconds' ? '#/duration_seconds' : pointer,
    detail,
  }))
  throw new Problem(error.code, error.message, { ...error.extra, errors })
}
