import 'server-only'
import { z } from 'zod'
import { mintLoginCode, pageCodeOf } from '@/lib/domain/login-code'
import { moment } from '@/lib/domain/schemas'
import { hashToken } from '@/lib/domain/tokens'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { keyLifetime, lifetimeFaults } from '../api-key-rules'
import { LOGIN_CODE_LIVES, LOGIN_SECONDS } from '../login-code-rules'

/** What a program that has no key yet begins with. Nobody is known by it, and nothing of it opens anything. */
export const createLoginCode = defineCommand({
  name: 'login_code.create',
  summary: 'Begin a login of a program, to be allowed in the console',
  scope: 'public',
  event: 'api_key.created',
  rateLimit: { limit: 'login_begin' },
  input: z.object({
    seconds: z
      .int(lifetimeFaults.whole)
      .min(0)
      .max(Number.MAX_SAFE_INTEGER)
      .refine((seconds) => seconds === 0 || seconds >= keyLifetime.minimum, lifetimeFaults.short)
      .default(LOGIN_SECONDS)
      .describe('How long the key is to live; 0: without end.'),
    client: z.string().max(400).nullable().describe('What asks, by its own word.'),
  }),
  /** `code` is a secret: whoever has it gets the key. */
  output: z.object({ code: z.string(), pageCode: z.string(), expiresAt: moment }),
  async run({ db, caller, now }, { seconds, client }) {
    const code = mintLoginCode()
    const pageCode = await pageCodeOf(code)
    const expiresAt = new Date(now.getTime() + LOGIN_CODE_LIVES)
    await db.loginCode.create({
      data: {
        codeHash: await hashToken(pageCode),
        createdAt: now,
        expiresAt,
        seconds: BigInt(Math.min(seconds, keyLifetime.maximum)),
        address: caller.origin.address,
        client: client?.slice(0, 200) ?? null,
      },
    })
    return unchanged({ code, pageCode, expiresAt })
  },
})
