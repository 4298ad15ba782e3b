import 'server-only'
import { Problem, refuse } from '@/lib/kernel/problem'
import { newPerson } from '@/lib/modules/persons/person'
import { homesOf, takeOver } from '@/lib/modules/persons/prove-address'
import { admits } from '@/lib/modules/policy/policy-rules'
import { type IdentityDb, isUniqueViolation } from '@/lib/platform/db/doors'
import { lockOffer, type Offer, ownAccount, provenAccount } from './accept-offer'
import { asksFactor, hasAccount, noPasskeys } from './accept-rules'

/** An invitation that a new account may accept; what proving its address changes elsewhere is locked too. */
export const lockOfferToNew = (context: Parameters<typeof lockOffer>[0], token: string) =>
  lockOffer(context, token, ({ delivery, email }) =>
    delivery === 'mail' ? homesOf(context.db, email) : Promise.resolve([]),
  )

type Given = { id?: string; email: string; name: string; passwordHash: string | null; now: Date }

/** A mailed link proves the address: its one account everywhere. A copied one makes that of this organization alone. */
export async function makeAccount(db: IdentityDb, offer: Offer, given: Given) {
  const { email, now } = given
  if (offer.delivery !== 'mail') return { person: await accountHere(db, offer, given), folded: [] }
  const person = newPerson({ ...given, standing: 'proven' })
  await createProven(db, person)
  return { person, folded: await takeOver({ db, email, personId: person.id, now }) }
}

/** A new account, or that of somebody who was removed and comes back. */
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

/**
 * The account that a passkey is to be the way into, if there is one already. Throws where it could not come back by it,
 * and where a link alone would get past its second factor.
 */
export async function forPasskey(db: IdentityDb, offer: Offer): Promise<string | null> {
  const { organizationId, email, delivery } = offer
  const policy = await db.organizationPolicy.findUnique({ where: { organizationId } })
  if (policy && !admits(policy, 'passkey')) refuse(noPasskeys)
  if (delivery === 'mail') {
    if (await provenAccount(db, email)) refuse(hasAccount)
    return null
  }
  const earlier = await ownAccount(db, offer)
  if (!earlier) return null
  const factors = { personId: earlier.id, confirmedAt: { not: null } }
  if ((await db.factor.count({ where: factors })) > 0) refuse(asksFactor)
  return earlier.id
}
