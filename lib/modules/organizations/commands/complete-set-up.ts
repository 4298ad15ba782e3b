import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { organizationName, passwordText, personEmail, personName } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { newPassword, newPerson } from '@/lib/modules/persons/person'
import { SignInStep } from '@/lib/modules/sessions/session'
import { signInAsMember } from '@/lib/modules/sessions/sign-in-as-member'
import { isSetUpToken } from '@/lib/platform/auth/set-up-link'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { founding } from '../founding'

/** The first organization and its first owner, whose address nobody has proven. */
export const completeSetUp = defineCommand({
  name: 'set_up.complete',
  summary: 'Make the first organization and its owner',
  scope: 'system',
  lock: 'installation',
  rateLimit: { limit: 'set_up' },
  event: 'organization.created',
  furtherEvents: ['member.joined'],
  input: z.object({
    token: z.string().max(200),
    organizationName,
    name: personName,
    email: personEmail,
    password: passwordText,
  }),
  output: SignInStep,
  async run({ db, now }, { token, organizationName, name, email, password: text }) {
    if (!isSetUpToken(token)) throw new Problem('forbidden', 'This is not the set-up link.')
    if (await db.organization.findFirst({ select: { id: true } })) {
      throw new Problem('already_set_up', 'Gatehouse was set up already. Sign in instead.')
    }
    const checked = newPassword(text, { organizationName, personName: name, email })
    if (!checked.ok) throw invalidInput(checked.errors)

    const passwordHash = await hashPassword(checked.password)
    const founder = { personId: newId('per'), email, name }
    const { organization, member, events } = founding(organizationName, founder, now)
    const standing = { homeOrganizationId: organization.id }
    const { personId } = founder
    await db.organization.create({ data: organization })
    await db.person.create({
      data: newPerson({ id: personId, email, name, passwordHash, standing, now }),
    })
    await db.membership.create({ data: member })
    const seat = { email, personId, organizationId: organization.id }
    const step = await signInAsMember(db, seat, { method: 'set_up' }, now)
    const [created, joined] = events
    return changed<SignInStep, 'system'>(step, created, joined)
  },
})
