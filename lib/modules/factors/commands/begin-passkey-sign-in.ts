import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { hashToken, mintToken } from '@/lib/domain/tokens'
import { defineCommand, unchanged } from '@/lib/kernel/define'
import { requestOptions } from '@/lib/platform/webauthn/webauthn'
import { PasskeyOptions } from '../factor'

/** The question waits in the email field for as long as the page stands open. */
const LIFETIME = 60 * 60_000 // ms

/** Asks for any passkey of this console: nobody has said yet who they are. */
export const beginPasskeySignIn = defineCommand({
  name: 'sign_in.begin_passkey',
  summary: 'Begin to sign in with a passkey',
  scope: 'public',
  event: 'session.started',
  rateLimit: { limit: 'passkey' },
  input: z.object({}),
  /** `attempt` is the browser's cookie. */
  output: z.object({ attempt: z.string(), options: PasskeyOptions }),
  async run({ db, now }) {
    const attempt = mintToken('sign_in_attempt')
    const options = { ...(await requestOptions()) }
    await db.signInAttempt.create({
      data: {
        id: newId('sia'),
        email: '',
        cookieHash: await hashToken(attempt),
        challenge: options.challenge,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFETIME),
      },
    })
    return unchanged<{ attempt: string; options: typeof options }, 'public'>({ attempt, options })
  },
})
