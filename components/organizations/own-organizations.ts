import { consoleQuery } from '@/lib/client/query'
import type { OrganizationSeat } from '@/lib/modules/sessions/organization-seat'

/** The answer of `session.list_organizations`. */
export type OwnOrganizations = {
  email: string
  rows: OrganizationSeat[]
  creation: { denial: string | null } | null
}

export const ownOrganizationsQuery = (organizationId: string) =>
  consoleQuery<OwnOrganizations>(organizationId, 'session.list_organizations')
