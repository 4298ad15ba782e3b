import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { emailLinksAreOn } from '@/lib/platform/mail/sign-in-links'
import { organizationWith } from './own-account'

/** An organization of the person that nothing but a passkey of theirs leads into, by its policy; null: none. */
export async function closedWithoutPasskey(
  db: IdentityDb,
  personId: string,
  password: boolean,
): Promise<string | null> {
  const proven = await db.person.count({ where: { id: personId, emailProvenAt: { not: null } } })
  const ways = [
    ...(password ? ['password'] : []),
    ...(proven === 1 && emailLinksAreOn() ? ['email_link'] : []),
  ]
  return organizationWith(db, personId, {
    signInMethods: { has: 'passkey' },
    ...(ways.length > 0 && { NOT: { signInMethods: { hasSome: ways } } }),
  })
}
