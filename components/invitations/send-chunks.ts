import { type OrganizationRole, organizationRoles } from '@/lib/domain/roles'

const AT_ONCE = 50 // addresses; a call is all or nothing, and holds the organization's lock

type Chunk = { role: OrganizationRole; addresses: string[] }
type Item = { email: string; role: OrganizationRole }

/** The calls of the server, in the order of the items: each has one role. Those of collaborators first. */
export function chunksOf(items: readonly Item[]): Chunk[] {
  return [...organizationRoles].reverse().flatMap((role) => {
    const emails = items.filter((item) => item.role === role).map(({ email }) => email)
    return Array.from({ length: Math.ceil(emails.length / AT_ONCE) }, (_, place) => ({
      role,
      addresses: emails.slice(place * AT_ONCE, (place + 1) * AT_ONCE),
    }))
  })
}
