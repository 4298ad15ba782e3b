import 'server-only'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { emailLinksAreOn } from '@/lib/platform/mail/sign-in-links'

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
  const open = await db.membership.findMany({
    where: { personId, endedAt: null },
    select: { organizationId: true },
  })
  const policies = await db.organizationPolicy.findMany({
    where: {
      organizationId: { in: open.map(({ organizationId }) => organizationId) },
      signInMethods: { has: 'passkey' },
    },
    orderBy: { organizationId: 'asc' },
  })
  const closed = policies.find(({ signInMethods }) =>
    ways.every((way) => !signInMethods.includes(way)),
  )
  if (!closed) return null
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: closed.organizationId } })
  return name
}
