import 'server-only'
import { changed } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { newPerson } from '@/lib/modules/persons/person'
import { homesOf, takeOver } from '@/lib/modules/persons/prove-address'
import type { SignInMethod, SignInStep, Vouched } from '@/lib/modules/sessions/session'
import { signInAsMember } from '@/lib/modules/sessions/sign-in-as-member'
import { type IdentityDb, isUniqueViolation } from '@/lib/platform/db/doors'
import { founding } from '../founding'

type Context = { db: IdentityDb; now: Date; lockOrganization(id: string): Promise<void> }
type Account = { id?: string; email: string; name: string; passwordHash: string | null }
type How = Vouched & { method: SignInMethod }

/** Makes the account of an address that a link proved, and its organization, and begins to sign in there. */
export async function foundByLink(
  { db, now, lockOrganization: holdLock }: Context,
  { organizationName, ...account }: Account & { organizationName: string },
  how: How,
) {
  const { email, name } = account
  for (const id of (await homesOf(db, email)).sort()) await holdLock(id)
  const person = newPerson({ ...account, standing: 'proven', now })
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
  const step = await signInAsMember(db, seat, how, now)
  const [created, joined] = events
  return changed<SignInStep, 'public'>(step, created, joined, ...folded)
}
