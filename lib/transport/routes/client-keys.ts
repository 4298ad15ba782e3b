import 'server-only'
import { z } from 'zod'
import type { OutputOf } from '@/lib/kernel/define'
import { revokeTokensOfAccount } from '@/lib/modules/tokens/commands/revoke-tokens-of-account'
import { addClientKey } from '@/lib/modules/trust/commands/add-client-key'
import { changeTokenLife } from '@/lib/modules/trust/commands/change-token-life'
import { removeClientKey } from '@/lib/modules/trust/commands/remove-client-key'
import { listTrust } from '@/lib/modules/trust/queries/list-trust'
import { tokenLife } from '@/lib/modules/trust/trust-matching'
import { defineRoute } from '../api/route'
import { envelope, list, single } from '../api/wire'
import { accountParams, ClientKeyWire, clientKeyWire, exampleClientKey, whole } from './trust-wire'

const OAuthClient = z
  .object({
    client_id: z.string().describe('The user id (usr_…) of the account.'),
    issuer: z.string().describe('Whom its tokens are from: the audience of an assertion.'),
    token_seconds: z.int().describe('How long an access token lives at most.'),
    tokens: z.int().describe('How many access tokens count now.'),
  })
  .meta({
    id: 'OAuthClient',
    examples: [
      {
        client_id: 'usr_3n7d0y2h8s5k1v9x4c6b2m7q0w',
        issuer: 'https://gatehouse.halden.example',
        token_seconds: 900,
        tokens: 2,
      },
    ],
  })

const client = (trust: OutputOf<typeof listTrust>) => ({
  client_id: trust.clientId,
  issuer: trust.issuer,
  token_seconds: trust.tokenSeconds,
  tokens: trust.tokens,
})

const publicKey = JSON.stringify({
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
})

export const clientKeys = [
  defineRoute({
    method: 'GET',
    path: '/service-accounts/{account_id}/oauth-client',
    operationId: 'get_oauth_client',
    summary: 'Read how a service account gets access tokens',
    permission: 'trust.list',
    params: accountParams,
    answer: single(OAuthClient),
    handle: async ({ run, params }) => ({
      result: client(await run(listTrust, { accountId: params.account_id })),
    }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/service-accounts/{account_id}/oauth-client',
    operationId: 'change_oauth_client',
    summary: 'Change how long access tokens of a service account live from now on',
    permission: 'trust.change',
    params: accountParams,
    body: z
      .object({
        token_seconds: z
          .int()
          .min(tokenLife.minimum, 'At least 15 minutes.')
          .max(tokenLife.maximum, 'At most an hour.'),
      })
      .meta({ examples: [{ token_seconds: 1_800 }] }),
    answer: single(OAuthClient),
    async handle({ run, params: { account_id: accountId }, body: { token_seconds: seconds } }) {
      await run(changeTokenLife, { accountId, seconds })
      return { result: client(await run(listTrust, { accountId })) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/{account_id}/oauth-client/end_tokens',
    operationId: 'end_tokens_of_account',
    summary: 'End every access token of a service account; what it proves itself with stays',
    permission: 'trust.change',
    params: accountParams,
    answer: single(z.object({ ended: z.int() })),
    handle: async ({ run, params }) => ({
      result: await run(revokeTokensOfAccount, { accountId: params.account_id }),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/service-accounts/{account_id}/client-keys/',
    operationId: 'list_client_keys',
    summary: 'List the public keys that a service account proves itself with (private_key_jwt)',
    permission: 'trust.list',
    params: accountParams,
    answer: list(ClientKeyWire),
    async handle({ run, params }) {
      const { keys } = await run(listTrust, { accountId: params.account_id })
      return envelope(whole(keys), clientKeyWire)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/{account_id}/client-keys/',
    operationId: 'add_client_key',
    summary: 'Add a public key: whoever has its private half gets tokens of the account',
    permission: 'trust.change',
    params: accountParams,
    refusals: ['conflict'],
    body: z
      .object({
        name: z.string().max(1_000).describe('At most 100 characters.'),
        public_key: z
          .string()
          .max(20_000)
          .describe('A JWK as text, or PEM that begins with BEGIN PUBLIC KEY.'),
      })
      .meta({ examples: [{ name: exampleClientKey.name, public_key: publicKey }] }),
    answer: single(ClientKeyWire),
    status: 201,
    repeatable: (answer) => answer,
    async handle({ run, params, body: { name, public_key: publicKey } }) {
      const asked = { accountId: params.account_id, name, publicKey }
      return { result: clientKeyWire(await run(addClientKey, asked)) }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/client-keys/{key_id}',
    operationId: 'remove_client_key',
    summary: 'Remove a public key of a service account, and end the tokens got with it',
    permission: 'trust.change',
    params: {
      key_id: { description: 'The id of a public key (ck_…).', example: exampleClientKey.id },
    },
    async handle({ run, params }) {
      await run(removeClientKey, { keyId: params.key_id })
    },
  }),
]
