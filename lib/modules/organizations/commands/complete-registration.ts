import 'server-only'
import { z } from 'zod'
import { organizationName, passwordText, personName } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { redeemLink } from '@/lib/modules/persons/link'
import { newPassword, newPerson } from '@/lib/modules/persons/person'
import { homesOf, takeOver } from '@/lib/modules/persons/prove-address'
import { SignInStep } from '@/lib/modules/sessions/session'
import { signInAsMember } from '@/lib/modules/sessions/sign-in-as-member'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { isUniqueViolation } from '@/lib/platform/db/doors'
import { founding } from '../founding'
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
    const { db, now, lockOrganization } = context
    requireRegistration(true)
    const { email } = await redeemLink(db, token, ['register'], now)
    const checked = newPassword(text, { organizationName, personName: name, email })
    if (!checked.ok) throw invalidInput(checked.errors)
    const passwordHash = await hashPassword(checked.password)
    for (const id of (await homesOf(db, email)).sort()) await lockOrganization(id)
    const person = newPerson({ email, name, passwordHash, standing: 'proven', now })
    await db.person.create({ data: person }).catch((error: unknown) => {
      throw isUniqueViolation(error)
        ? new Problem('link_ended', 'This address has an account by now. Sign in instead.')
        : error
    })
    const folded = await takeOver({ db, email, personId: person.id, now })
    const founder = { personId: person.id, email, name }
    const { organization, member, events } = founding(organizationName, founder, now)
    await db.organization.create({ data: organization })
    await db.membership.create({ data: member })
    const seat = { email, personId: person.id, organizationId: organization.id }
    const step = await signInAsMember(db, seat, { method: 'password' }, now)
    const [created, joined] = events
    return changed<SignInStep, 'public'>(step, created, joined, ...folded)
  },
})
