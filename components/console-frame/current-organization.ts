import { consoleQuery } from '@/lib/client/query'
import type { OrganizationRole } from '@/lib/domain/roles'
import type { Deletion } from '@/lib/modules/organizations/organization'

/** The answer of `organization.current`. */
export type CurrentOrganization = {
  organization: { id: string; name: string; createdAt: string; deletion: Deletion | null }
  self: { id: string; userId: string; name: string; email: string; role: OrganizationRole }
  /** Only for those who may see the people. */
  people?: number
}

export const currentOrganizationQuery = (organizationId: string) =>
  consoleQuery<CurrentOrganization>(organizationId, 'organization.current')
