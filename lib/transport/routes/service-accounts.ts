import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { changeServiceAccount } from '@/lib/modules/service-accounts/commands/change-service-account'
import { createServiceAccount } from '@/lib/modules/service-accounts/commands/create-service-account'
import { deleteServiceAccount } from '@/lib/modules/service-accounts/commands/delete-service-account'
import { disableServiceAccount } from '@/lib/modules/service-accounts/commands/disable-service-account'
import { enableServiceAccount } from '@/lib/modules/service-accounts/commands/enable-service-account'
import { getServiceAccount } from '@/lib/modules/service-accounts/queries/get-service-account'
import { listServiceAccounts } from '@/lib/modules/service-accounts/queries/list-service-accounts'
import {
  accountKeys,
  accountSorts,
  accountStates,
  accountUses,
  DESCRIPTION_MOST,
} from '@/lib/modules/service-accounts/service-account-rules'
import { defineRoute } from '../api/route'
import {
  envelope,
  list,
  pagingToken,
  plainTo,
  single,
  text,
  textTo,
  time,
  wireTime,
} from '../api/wire'
import { ownCount, withOwnCount } from './own-lists'

export const exampleAccount = {
  id: 'ide_8f0u1w5zq3m7r2c6x9b4k1t0vd',
  user_id: 'usr_3n7d0y2h8s5k1v9x4c6b2m7q0w',
  name: 'robot-bench',
  email: 'robot-bench@org-7k2m9qx4vt8wz3n6c5h1r0bj4e.serviceaccount.com',
}
const example = {
  ...exampleAccount,
  description: 'Runs the weekly grasp benchmark',
  created_at: '2026-11-24T08:02:06.510000+00:00',
  created_by: { id: 'ide_2k2y004le7fcqa0azt484nfutd', name: 'Ann Berg', removed: false },
  disabled_at: null,
  ended_at: null,
  keys: 1,
  last_used_at: '2026-11-25T13:40:11.027000+00:00',
  next_expiry_at: '2027-02-22T08:02:06.510000+00:00',
  roles: { clouds: 1, projects: 2 },
  version: 1,
}

const AccountWire = z
  .object({
    id: z.string().describe('The identity id (ide_…).'),
    user_id: z.string().describe('The user id (usr_…).'),
    name: z.string(),
    email: z.string().describe('Follows the name. Nothing is mailed to it.'),
    description: z.string(),
    created_at: time,
    created_by: z
      .object({
        id: z.string(),
        name: z.string(),
        removed: z.boolean().describe('No member any more, which changes nothing for the account.'),
      })
      .nullable(),
    disabled_at: time.nullable().describe('Since when its keys are refused.'),
    ended_at: time.nullable().describe('When it was deleted.'),
    keys: z.int().describe('Those that are live.'),
    last_used_at: time.nullable().describe('When any of its keys or tokens was used.'),
    next_expiry_at: time.nullable().describe('The first end of a live key; null: none ends.'),
    roles: z
      .object({ clouds: z.int(), projects: z.int() })
      .describe('How many roles of its own it has on clouds and in projects.'),
    version: z.int().describe('Counts the changes of this row.'),
  })
  .meta({ id: 'ServiceAccount', examples: [example] })

type Account = OutputOf<typeof getServiceAccount>
const wire = (account: Account): z.input<typeof AccountWire> => ({
  id: account.id,
  user_id: account.userId,
  name: account.name,
  email: account.email,
  description: account.description,
  created_at: wireTime(account.createdAt),
  created_by: account.createdBy && {
    id: account.createdBy.id,
    name: account.createdBy.name,
    removed: account.createdBy.removed,
  },
  disabled_at: account.disabledAt && wireTime(account.disabledAt),
  ended_at: account.endedAt && wireTime(account.endedAt),
  keys: account.keys,
  last_used_at: account.lastUsedAt && wireTime(account.lastUsedAt),
  next_expiry_at: account.nextExpiryAt && wireTime(account.nextExpiryAt),
  roles: account.roles,
  version: account.version,
})

const params = {
  account_id: { description: 'The identity id (ide_…), `id` of a row.', example: example.id },
}
/** The rule itself is the use case's, with its sentences (lib/domain/service-account.ts); spaces around it are taken off. */
export const accountNameText = textTo(400)
  .describe('1 to 64 letters, digits, dots, underscores and hyphens; unique in any letter case.')
  .meta({
    pattern: '^ *[A-Za-z0-9](?:(?:[A-Za-z0-9_-]|[.](?![.])){0,62}[A-Za-z0-9])? *$',
    examples: [example.name],
  })
const name = accountNameText
const description = plainTo(DESCRIPTION_MOST).describe('What it is for.')

export const serviceAccounts = [
  defineRoute({
    method: 'GET',
    path: '/service-accounts/',
    operationId: 'list_service_accounts',
    summary: 'List service accounts with every filter and order of the console',
    permission: 'service_account.list',
    query: z.object({
      search: text.optional().describe('Part of a name or an email address.'),
      state: z.enum(accountStates).optional(),
      keys: z
        .enum(accountKeys)
        .optional()
        .describe('No live key, one that ends within 14 days, or one without an end.'),
      use: z
        .enum(accountUses)
        .optional()
        .describe('Whether a key or token of it was used in the last 90 days.'),
      creator_id: text
        .optional()
        .describe('Who made it: an id that begins with ide_ or usr_, also of somebody removed.'),
      access: text
        .optional()
        .describe('The id of a cloud (cld_…) or project (prj_…) that it can reach, by any role.'),
      sort: z.enum(accountSorts).optional().describe('By name, unless asked.'),
      order: z.enum(['ascending', 'descending']).optional(),
      count: ownCount,
      paging_token: pagingToken.optional(),
    }),
    answer: list(AccountWire),
    handle: async ({ run, query }) => {
      const { count, paging_token: after, order, creator_id: creatorId, ...filter } = query
      return envelope(
        await withOwnCount(count, (rows) =>
          run(listServiceAccounts, {
            ...filter,
            creatorId,
            descending: order === 'descending',
            after,
            count: rows,
          }),
        ),
        wire,
      )
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/',
    operationId: 'create_service_account_described',
    summary: 'Create a service account',
    permission: 'service_account.create',
    body: z
      .object({ name, description: description.optional() })
      .meta({ examples: [{ name: 'robot-bench', description: example.description }] }),
    answer: single(AccountWire),
    status: 201,
    repeatable: (answer) => answer,
    handle: async ({ run, body }) => ({ result: wire(await run(createServiceAccount, body)) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/service-accounts/{account_id}',
    operationId: 'get_service_account',
    summary: 'Read one service account, also one that was deleted',
    permission: 'service_account.list',
    params,
    answer: single(AccountWire),
    handle: async ({ run, params }) => ({
      result: wire(await run(getServiceAccount, { accountId: params.account_id })),
    }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/service-accounts/{account_id}',
    operationId: 'change_service_account',
    summary: 'Rename a service account, or say what it is for; a new name brings a new address',
    permission: 'service_account.change',
    params,
    refusals: ['stale'],
    body: z
      .object({
        name: name.optional(),
        description: description.optional(),
        expected_version: z.int().optional().describe('Refused when the row is another one now.'),
      })
      .meta({ examples: [{ description: 'Runs the nightly grasp benchmark' }] }),
    answer: single(AccountWire),
    async handle({ run, params, body: { expected_version: expectedVersion, ...given } }) {
      const asked = { accountId: params.account_id, expectedVersion, ...given }
      return { result: wire(await run(changeServiceAccount, asked)) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/{account_id}/disable',
    operationId: 'disable_service_account',
    summary: 'Disable a service account: its keys are refused meanwhile, and nothing is lost',
    permission: 'service_account.change',
    params,
    answer: single(AccountWire),
    handle: async ({ run, params }) => ({
      result: wire(await run(disableServiceAccount, { accountId: params.account_id })),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/{account_id}/enable',
    operationId: 'enable_service_account',
    summary: 'Enable a service account that is disabled: its keys and roles work as before',
    permission: 'service_account.change',
    params,
    answer: single(AccountWire),
    handle: async ({ run, params }) => ({
      result: wire(await run(enableServiceAccount, { accountId: params.account_id })),
    }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/service-accounts/{account_id}',
    operationId: 'delete_service_account',
    summary: 'Delete a service account with its keys and roles, for good',
    permission: 'service_account.delete',
    params,
    async handle({ run, params }) {
      await run(deleteServiceAccount, { accountId: params.account_id })
    },
  }),
]
