import { consoleQuery } from '@/lib/client/query'
import type { Right } from '@/lib/domain/rights'
import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'
import type { memberSources } from '@/lib/modules/members/member'

/** The answer of `access.read_own`. */
export type OwnAccess = {
  role: OrganizationRole
  joinedAt: string
  source: (typeof memberSources)[number]
  limits: OrganizationLimit[]
  rights: Right[]
  /** The first owners by name, and how many there are. */
  owners: { names: string[]; count: number }
}

export const ownAccessQuery = (organizationId: string) =>
  consoleQuery<OwnAccess>(organizationId, 'access.read_own')
