import { consoleQuery } from '@/lib/client/query'
import type { Permission } from '@/lib/domain/permissions'
import type { Explanation } from './explanation'

/** A cloud, a project or the organization. */
export type Place = { kind: 'organization' | 'cloud' | 'project'; id: string }
export type ExplainInput = {
  /** Without it, oneself. */
  memberId?: string
  permission: Permission
  place: Place
}

export const explainInput = ({ memberId, permission, place }: ExplainInput) => ({
  ...(memberId && { memberId }),
  permission,
  resource: { kind: place.kind, id: place.id },
})

export const explainQuery = (organizationId: string, asked: ExplainInput) =>
  consoleQuery<Explanation>(organizationId, 'access.explain', explainInput(asked))
