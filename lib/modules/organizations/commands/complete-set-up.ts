import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { email, organizationName, passwordText, personName } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { newPassword, newPerson } from '@/lib/modules/persons/person'
import { finished, newAttempt } from '@/lib/modules/sessions/session'
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
    email,
    password: passwordText,
  }),
  output: finished,
  async run({ db, now }, { token, organizationName, name, email, password: text }) {
    if (!isSetUpToken(token)) throw new Problem('forbidden', 'This is not the set-up link.')
    if (await db.organization.findFirst({ select: { id: true } })) {
      throw new Problem('already_set_up', 'Gatehouse was set up already. Sign in instead.')
    }
    const checked = newPassword(text, { organizationName, personName: name, email })
    if (!checked.ok) throw invalidInput(checked.errors)

    const founder = { personId: newId('per'), email, name }
    const { organization, member, events } = founding(organizationName, founder, now)
    const organizationId = organization.id
    const person = {
      ...newPerson({
        email,
        name,
        passwordHash: await hashPassword(checked.password),
        standing: { homeOrganizationId: organizationId },
        now,
      }),
      id: founder.personId,
    }
    const seat = { email, personId: person.id, organizationId, membershipId: member.id }
    const { row: attempt, ...secrets } = await newAttempt(seat, 'set_up', now)
    await db.organization.create({ data: organization })
    await db.person.create({ data: person })
    await db.membership.create({ data: member })
    await db.signInAttempt.create({ data: attempt })

    const [created, joined] = events
    return changed(secrets, created, joined)
  },
})
