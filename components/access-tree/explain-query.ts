import { consoleQuery } from '@/lib/client/query'
import type { Permission } from '@/lib/domain/permissions'
import type { Explanation } from '@/lib/modules/access/explanation'

/** A cloud, a project or the organization. */
export type Place = { kind: 'organization' | 'cloud' | 'project'; id: string }
export type ExplainInput = {
  /** Without it, oneself. */
  memberId?: string
  permission: Permission
  place: Place
}

/** Others are asked about by those who may see their access. */
export const explainQuery = (
  organizationId: string,
  { memberId, permission, place }: ExplainInput,
) =>
  memberId
    ? consoleQuery<Explanation>(organizationId, 'access.explain_of_member', {
        member: memberId,
        resource: place,
        permission,
      })
    : consoleQuery<Explanation>(organizationId, 'access.explain', { resource: place, permission })
