import { OfOrganization } from '@/components/console-frame/other-organization'
import { OwnersOnly } from '@/components/members/owners-only'
import { readOwnAccess } from '@/lib/modules/access/queries/read-own-access'
import { currentOrganization } from '@/lib/modules/organizations/queries/current-organization'
import { type PageRead, read } from '@/lib/transport/page'

/** The 403 page for those who may not read the list; null for everybody else. */
export async function refusedToOthers(found: PageRead<unknown>) {
  if (found.ok || found.problem.code !== 'forbidden') return null
  const own = await read(readOwnAccess, {})
  const current = await read(currentOrganization, {})
  if (!own.ok || !current.ok) return null
  const { id, name } = current.data.organization
  return (
    <OfOrganization id={id}>
      <OwnersOnly organizationName={name} owners={own.data.owners} />
    </OfOrganization>
  )
}
