import 'server-only'
import { z } from 'zod'
import { passwordText, personName } from '@/lib/domain/schemas'
import { defineCommand } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { newPassword } from '@/lib/modules/persons/person'
import { SignInStep } from '@/lib/modules/sessions/session'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { join } from '../internal/accept-join'
import { lockOfferToNew, makeAccount } from '../internal/new-account'

/**
 * Joins with a new account. A mailed link proves the address: the account is its one account everywhere. A copied
 * link proves nothing: the account exists for this organization alone (DESIGN §6).
 */
export const acceptAsNew = defineCommand({
  name: 'invitation.accept_as_new',
  summary: 'Accept an invitation with a new account',
  scope: 'public',
  event: 'invitation.accepted',
  furtherEvents: ['member.joined', 'session.ended', 'api_key.revoked'],
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({ token: z.string().max(100), name: personName, password: passwordText }),
  output: SignInStep,
  async run(context, { token, name, password: text }) {
    const { db, now } = context
    const offer = await lockOfferToNew(context, token)
    const { email } = offer
    const organizationName = offer.organization.name
    const checked = newPassword(text, { organizationName, personName: name, email })
    if (!checked.ok) throw invalidInput(checked.errors)
    const given = { email, name, passwordHash: await hashPassword(checked.password), now }
    const { person, folded } = await makeAccount(db, offer, given)
    return join({ db, offer, person, now }, folded)
  },
})
