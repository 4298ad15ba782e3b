import 'server-only'
import { z } from 'zod'
import { keyLifetime, lifetimeFaults, MOST_AT_ONCE } from '@/lib/modules/api-keys/api-key-rules'
import { createApiKey } from '@/lib/modules/api-keys/commands/create-api-key'
import { createApiKeyForAccount } from '@/lib/modules/api-keys/commands/create-api-key-for-account'
import { revokeApiKey } from '@/lib/modules/api-keys/commands/revoke-api-key'
import { revokeApiKeys } from '@/lib/modules/api-keys/commands/revoke-api-keys'
import { revokeApiKeysOfAccount } from '@/lib/modules/api-keys/commands/revoke-api-keys-of-account'
import { listOwnApiKeys } from '@/lib/modules/api-keys/queries/list-own-api-keys'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { defineRoute } from '../api/route'
import { envelope, idText, list, single, text, textTo, time, timePagingToken } from '../api/wire'
import { ApiKeyInfo, exampleId, keyInfo, RevokeResult, revokeResult } from './api-key-wire'
import { wireEnd } from './key-wire'
import { ownCount, withOwnCount } from './own-lists'

const unknown = 'You have no such API key.'

export const apiKeys = [
  defineRoute({
    method: 'GET',
    path: '/users/api_keys',
    operationId: 'list_own_api_keys',
    summary: 'List one’s own API keys, ended ones too, newest first',
    permission: 'api_key.list_own',
    query: z.object({
      name: text.optional().describe('Part of a name; any letter case.'),
      count: ownCount,
      paging_token: timePagingToken.optional(),
    }),
    answer: list(ApiKeyInfo),
    async handle({ run, query: { name, count, paging_token: after } }) {
      const page = await withOwnCount(count, (rows) =>
        run(listOwnApiKeys, { search: name, after, count: rows }),
      )
      return envelope(page, (row) => keyInfo(row, page.owner))
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/users/api_keys/{api_key_id}',
    operationId: 'delete_own_api_key',
    summary: 'Revoke one of one’s own API keys',
    permission: 'api_key.revoke_own',
    params: {
      api_key_id: { description: '`hex_hashed_id` of a row (key_…).', example: exampleId },
    },
    async handle({ run, params }) {
      await run(revokeApiKey, { keyId: params.api_key_id })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/users/api_keys/revoke',
    operationId: 'revoke_own_api_keys',
    summary: 'Revoke several of one’s own API keys; each has its own outcome',
    permission: 'api_key.revoke_own',
    body: z
      .object({ api_key_ids: z.array(idText).min(1).max(MOST_AT_ONCE) })
      .meta({ examples: [{ api_key_ids: [exampleId] }] }),
    answer: single(RevokeResult),
    async handle({ run, body: { api_key_ids: keyIds } }) {
      const { outcomes } = await run(revokeApiKeys, { keyIds })
      return { result: revokeResult(keyIds, outcomes, unknown) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/users/create_api_key',
    operationId: 'create_api_key',
    summary: 'Make an API key for oneself, or, as an owner, for a service account',
    permission: 'api_key.create_own',
    refusals: ['not_found'],
    body: z
      .object({
        duration: z
          .int()
          .min(keyLifetime.minimum, lifetimeFaults.short)
          .describe('Seconds until it ends. Longer than the policy allows is cut to what it does.'),
        user_id: idText
          .nullish()
          .describe('Absent: one’s own. Of a service account (usr_…): owners alone.'),
        name: textTo(200).nullish().describe('One live key of a name.'),
      })
      .meta({ examples: [{ duration: 604_800, name: 'laptop' }] }),
    answer: single(
      z
        .object({
          server_session_id: z.string().describe('The key. Shown once.'),
          api_key_id: z.string(),
          expires_at: time,
        })
        .meta({ id: 'CreatedApiKey' }),
    ),
    onRepeat: ({ result: { api_key_id: id } }) =>
      `This Idempotency-Key made the key ${id}, which was shown once. Revoke it and make another.`,
    async handle({ run, body: { duration: seconds, user_id, name } }) {
      const given = { name: name ?? '', seconds, clip: true }
      const own = user_id == null || (await run(currentOrganization, {})).self.userId === user_id
      const { key, apiKey } = own
        ? await run(createApiKey, given)
        : await run(createApiKeyForAccount, { ...given, accountId: user_id })
      return {
        result: {
          server_session_id: key,
          api_key_id: apiKey.id,
          expires_at: wireEnd(apiKey.expiresAt),
        },
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/organization_collaborators/rotate_api_key_for_user/{user_id}',
    operationId: 'revoke_api_keys_of_account',
    summary: 'Revoke all API keys of a service account; clients make the new one themselves',
    permission: 'api_key.revoke',
    params: {
      user_id: {
        description: 'The user id (usr_…) of the account; its identity id does too.',
        example: 'usr_764n07887310ju4o8gryavdvyw',
      },
    },
    async handle({ run, params }) {
      await run(revokeApiKeysOfAccount, { accountId: params.user_id })
    },
  }),
]
