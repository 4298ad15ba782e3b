import { consoleQuery } from '@/lib/client/query'
import type { Deletion } from '@/lib/modules/organizations/organization'

/** The answer of `organization.details`. */
export type Details = {
  id: string
  name: string
  version: number
  createdAt: string
  registrationLink: string
  people: number
  owners: { count: number; first: { id: string; name: string }[] }
  deletion: Deletion | null
}

export const detailsQuery = (organizationId: string) =>
  consoleQuery<Details>(organizationId, 'organization.details')
