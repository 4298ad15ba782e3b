import 'server-only'
import { z } from 'zod'
import { passwordText, personName } from '@/lib/domain/schemas'
import { defineCommand } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { newPassword, newPerson } from '@/lib/modules/persons/person'
import { homesOf, takeOver } from '@/lib/modules/persons/prove-address'
import { SignInStep } from '@/lib/modules/sessions/session'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { type IdentityDb, isUniqueViolation } from '@/lib/platform/db/doors'
import { join } from '../internal/accept-join'
import { lockOffer, type Offer, ownAccount, provenAccount } from '../internal/accept-offer'
import { hasAccount } from '../internal/accept-rules'

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
    const offer = await lockOffer(context, token, ({ delivery, email }) =>
      delivery === 'mail' ? homesOf(db, email) : Promise.resolve([]),
    )
    const { email } = offer
    const organizationName = offer.organization.name
    const checked = newPassword(text, { organizationName, personName: name, email })
    if (!checked.ok) throw invalidInput(checked.errors)
    const given = { email, name, passwordHash: await hashPassword(checked.password), now }
    if (offer.delivery !== 'mail') {
      return join({ db, offer, person: await accountHere(db, offer, given), now })
    }
    const person = newPerson({ ...given, standing: 'proven' })
    await createProven(db, person)
    const ended = await takeOver({ db, email, personId: person.id, now })
    return join({ db, offer, person, now }, ended)
  },
})

type Given = { email: string; name: string; passwordHash: string; now: Date }

/** The account of this organization alone: a new one, or that of somebody who was removed and comes back. */
async function accountHere(db: IdentityDb, offer: Offer, given: Given) {
  const { name, passwordHash } = given
  const earlier = await ownAccount(db, offer)
  if (earlier) {
    return db.person.update({ where: { id: earlier.id }, data: { name, passwordHash } })
  }
  const standing = { homeOrganizationId: offer.organizationId }
  const person = newPerson({ ...given, standing })
  await db.person.create({ data: person })
  return person
}

async function createProven(db: IdentityDb, person: ReturnType<typeof newPerson>) {
  const known = new Problem(hasAccount.code, hasAccount.detail)
  if (await provenAccount(db, person.email)) throw known
  await db.person.create({ data: person }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? known : error
  })
}
