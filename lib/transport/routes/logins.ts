import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/kernel/problem'
import { keyLifetime, lifetimeFaults } from '@/lib/modules/api-keys/api-key-rules'
import { allowLogin } from '@/lib/modules/api-keys/commands/allow-login'
import { createLoginCode } from '@/lib/modules/api-keys/commands/create-login-code'
import { pollLoginCode } from '@/lib/modules/api-keys/commands/poll-login-code'
import { LOGIN_SECONDS } from '@/lib/modules/api-keys/login-code-rules'
import { readLoginCode } from '@/lib/modules/api-keys/queries/read-login-code'
import { env } from '@/lib/platform/env'
import { defineOpenRoute, defineRoute } from '../api/route'
import { single, textTo } from '../api/wire'
import { collectKey } from '../collect-login'

const exampleCode = 'gth_lgn_…'
const otp = textTo(200).describe(
  'The code that the program waits with, or the one in the address of the page.',
)

const pageAt = (pageCode: string) => {
  const page = new URL('/login-code', env.PUBLIC_URL)
  page.searchParams.set('code', pageCode)
  return page.href
}

export const logins = [
  defineOpenRoute({
    method: 'GET',
    path: '/users/create_otp_token',
    operationId: 'create_otp_token',
    summary: 'Begin a login: a page for a person, and a code to wait with',
    query: z.object({
      duration_seconds: z
        .string()
        .regex(/^\d{1,15}$/, lifetimeFaults.whole)
        .transform(Number)
        .pipe(z.int().min(0))
        .default(LOGIN_SECONDS)
        .describe('How long the key is to live. 0: without end. The policy may give less.')
        .meta({ anyOf: [{ const: 0 }, { minimum: keyLifetime.minimum }] }),
    }),
    answer: single(
      z
        .object({
          url: z.string().describe('Where somebody who is signed in allows or refuses it.'),
          otp: z.string().describe('Works for ten minutes. Whoever has it gets the key.'),
        })
        .meta({
          id: 'LoginCode',
          examples: [{ url: 'https://gatehouse.example/login-code?code=…', otp: exampleCode }],
        }),
    ),
    async handle({ run, query: { duration_seconds: seconds }, client }) {
      const { code, pageCode } = await run(createLoginCode, { seconds, client })
      return { result: { url: pageAt(pageCode), otp: code } }
    },
  }),
  defineOpenRoute({
    method: 'GET',
    path: '/users/request_otp_token/{otp}',
    operationId: 'request_otp_token',
    summary: 'Ask whether a login was allowed; the first answer that says so holds the key',
    params: { otp: { description: '`otp` of `create_otp_token`.', example: exampleCode } },
    refusals: ['forbidden'],
    answer: single(
      z
        .object({
          valid: z.boolean().describe('True once: the code is used up, and the key given.'),
          server_session_id: z.string().describe('The key; empty while `valid` is false.'),
        })
        .meta({ id: 'LoginAnswer', examples: [{ valid: false, server_session_id: '' }] }),
    ),
    async handle({ run, params: { otp: code }, origin }) {
      const found = await run(pollLoginCode, { code: code.slice(0, 200) })
      if (found.state === 'refused') throw refused
      const key = found.state === 'allowed' ? await collectKey(code, found, origin) : null
      return { result: { valid: key !== null, server_session_id: key ?? '' } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/users/validate_otp_token',
    operationId: 'validate_otp_token',
    summary: 'Allow a login, as whoever the key stands for',
    permission: 'api_key.create_own',
    refusals: ['not_found', 'conflict'],
    body: z.object({ otp }).meta({ examples: [{ otp: exampleCode }] }),
    async handle({ run, body: { otp: code } }) {
      await run(allowLogin, { code })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/users/show_otp_source',
    operationId: 'show_otp_source',
    summary: 'Read from which address a login was begun',
    permission: 'api_key.create_own',
    refusals: ['not_found', 'conflict'],
    query: z.object({ otp }),
    answer: single(
      z
        .object({ source_ip: z.string().describe('Empty: not known.') })
        .meta({ id: 'LoginSource', examples: [{ source_ip: '203.0.113.7' }] }),
    ),
    async handle({ run, query: { otp: code } }) {
      const found = await run(readLoginCode, { code })
      if (found.state === 'pending') return { result: { source_ip: found.address ?? '' } }
      throw new Problem(found.state === 'unknown' ? 'not_found' : 'conflict', found.sentence)
    },
  }),
]

const refused = new Problem(
  'forbidden',
  'This login was refused in the console. Run anyscale login again to ask once more.',
)
