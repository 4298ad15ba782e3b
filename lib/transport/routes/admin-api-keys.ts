import 'server-only'
import { z } from 'zod'
import { MOST_AT_ONCE } from '@/lib/modules/api-keys/api-key-rules'
import { revokeApiKeyOfMember } from '@/lib/modules/api-keys/commands/revoke-api-key-of-member'
import { revokeApiKeysOfMembers } from '@/lib/modules/api-keys/commands/revoke-api-keys-of-members'
import { listAllApiKeys } from '@/lib/modules/api-keys/queries/list-all-api-keys'
import { changePolicy } from '@/lib/modules/policy/commands/change-policy'
import { within } from '@/lib/modules/policy/policy'
import { bounds } from '@/lib/modules/policy/policy-rules'
import { readPolicy } from '@/lib/modules/policy/queries/read-policy'
import { defineRoute } from '../api/route'
import { envelope, idText, list, single, text, timePagingToken } from '../api/wire'
import { ApiKeyInfo, exampleId, keyInfo, RevokeResult, revokeResult } from './api-key-wire'
import { ownCount, withOwnCount } from './own-lists'

const person = (what: string) =>
  idText.optional().describe(`${what} (usr_…); an identity id does too.`)
const unknown = 'There is no such API key in this organization.'

const life = {
  max_api_key_expiration_days: within(bounds.accountKeyDays, 'days')
    .nullish()
    .describe('The longest life of service accounts’ keys, in days. Absent: as long as is asked.'),
}
const examples = [{ max_api_key_expiration_days: 90 }]
const Expiration = z.object(life).meta({ id: 'ApiKeyExpiration', examples })

export const adminApiKeys = [
  defineRoute({
    method: 'GET',
    path: '/users/admin/api_keys',
    operationId: 'list_api_keys',
    summary: 'List everybody’s API keys, ended ones too, newest first',
    permission: 'api_key.list',
    query: z.object({
      name: text.optional().describe('Part of a name, or the last six characters.'),
      created_by: person('Who made it'),
      user_id: person('Whose it is'),
      count: ownCount,
      paging_token: timePagingToken.optional(),
    }),
    answer: list(ApiKeyInfo),
    async handle({ run, query: { name, created_by, user_id, count, paging_token: after } }) {
      const page = await withOwnCount(count, (rows) =>
        run(listAllApiKeys, {
          ...{ search: name, makerId: created_by, memberId: user_id },
          ...{ after, count: rows },
        }),
      )
      return envelope(page, (row) => keyInfo(row, row.holder.userId))
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/users/admin/api_keys/{api_key_id}',
    operationId: 'delete_api_key',
    summary: 'Revoke an API key of anybody',
    permission: 'api_key.revoke',
    params: {
      api_key_id: { description: '`hex_hashed_id` of a row (key_…).', example: exampleId },
    },
    async handle({ run, params }) {
      await run(revokeApiKeyOfMember, { keyId: params.api_key_id })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/users/admin/api_keys/revoke',
    operationId: 'revoke_api_keys',
    summary: 'Revoke several API keys of anybody; each has its own outcome',
    permission: 'api_key.revoke',
    body: z
      .object({ api_key_ids: z.array(idText).min(1).max(MOST_AT_ONCE) })
      .meta({ examples: [{ api_key_ids: [exampleId] }] }),
    answer: single(RevokeResult),
    async handle({ run, body: { api_key_ids: keyIds } }) {
      const { outcomes } = await run(revokeApiKeysOfMembers, { keyIds })
      return { result: revokeResult(keyIds, outcomes, unknown) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/organizations/api_key_expiration',
    operationId: 'get_api_key_expiration',
    summary: 'Read how long API keys live at most',
    permission: 'organization.read_details',
    answer: single(Expiration),
    async handle({ run }) {
      const { accountKeyDays } = await run(readPolicy, {})
      return { result: { max_api_key_expiration_days: accountKeyDays } }
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/organizations/api_key_expiration',
    operationId: 'change_api_key_expiration',
    summary: 'Change how long API keys live at most; keys that live longer end sooner',
    permission: 'organization.change_policy',
    refusals: ['stale'],
    body: z.object(life).meta({ examples }),
    answer: single(Expiration),
    async handle({ run, body: { max_api_key_expiration_days: days = null } }) {
      // People's keys get a shorter life by it, never a longer one than owners gave them.
      const { personKeyDays, version } = await run(changePolicy, {})
      const { accountKeyDays } = await run(changePolicy, {
        accountKeyDays: days,
        personKeyDays: Math.min(days ?? personKeyDays, personKeyDays),
        expectedVersion: version,
      })
      return { result: { max_api_key_expiration_days: accountKeyDays } }
    },
  }),
]
