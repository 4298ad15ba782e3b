import { consoleQuery } from '@/lib/client/query'
import type { OrganizationRole } from '@/lib/domain/permissions'
import type { memberSources } from '@/lib/modules/members/member'

export type Right = { permission: string; label: string; allowed: boolean; reason: string | null }

/** The answer of `access.read_own`. */
export type OwnAccess = {
  role: OrganizationRole
  joinedAt: string
  source: (typeof memberSources)[number]
  rights: Right[]
  /** The first owners by name, and how many there are. */
  owners: { names: string[]; count: number }
}

export const ownAccessQuery = (organizationId: string) =>
  consoleQuery<OwnAccess>(organizationId, 'access.read_own')
