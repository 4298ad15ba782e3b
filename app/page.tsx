import { redirect } from 'next/navigation'
import { decide } from '@/lib/domain/decide'
import type { OrganizationRole } from '@/lib/domain/roles'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { read } from '@/lib/transport/page'

const seesOverview = (organizationRole: OrganizationRole) =>
  decide({ organizationRole }, 'organization.read_overview').allowed

/** Owners begin at the overview, everybody else at their own access. */
export default async function HomePage() {
  const found = await read(currentOrganization, {})
  const isOwner = found.ok && seesOverview(found.data.self.role)
  redirect(isOwner ? '/overview' : '/my-access')
}
