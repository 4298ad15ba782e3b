import 'server-only'
import { z } from 'zod'
import { organizationName, passwordText, personName } from '@/lib/domain/schemas'
import { defineCommand } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { redeemLink } from '@/lib/modules/persons/link'
import { newPassword } from '@/lib/modules/persons/person'
import { SignInStep } from '@/lib/modules/sessions/session'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { foundByLink } from '../internal/found-by-link'
import { requireRegistration } from '../internal/registration'

/** The last step of a registration: the link proves the address, so the account is its one account everywhere. */
export const completeRegistration = defineCommand({
  name: 'registration.complete',
  summary: 'Make an account and an organization by a mailed link',
  scope: 'public',
  event: 'organization.created',
  furtherEvents: ['member.joined', 'session.ended', 'api_key.revoked'],
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({
    token: z.string().max(100),
    organizationName,
    name: personName,
    password: passwordText,
  }),
  output: SignInStep,
  async run(context, { token, organizationName, name, password: text }) {
    const { db, now } = context
    requireRegistration(true)
    const { email } = await redeemLink(db, token, ['register'], now)
    const checked = newPassword(text, { organizationName, personName: name, email })
    if (!checked.ok) throw invalidInput(checked.errors)
    const passwordHash = await hashPassword(checked.password)
    const account = { email, name, passwordHash, organizationName }
    return foundByLink(context, account, { method: 'password' })
  },
})
