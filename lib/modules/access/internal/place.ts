import 'server-only'
import { noSuchPlace } from '@/lib/kernel/located'
import { Problem } from '@/lib/kernel/problem'
import type { Place } from '@/lib/platform/db/targets'
import type { Resource } from '../question'

/** The cloud or project that is meant; null: something else. */
export const placeOf = ({ kind, id }: Resource): Place | null =>
  kind === 'cloud' ? { cloud: id } : kind === 'project' ? { project: id } : null

/** Throws for what is neither the organization nor a place that was found. */
export function requirePlace(resource: Resource, organizationId: string, found: object | null) {
  const known = placeOf(resource)
    ? found !== null
    : resource.kind === 'organization' && resource.id === organizationId
  if (!known) throw noSuchPlace()
}

export const noSuchMember = () =>
  new Problem('not_found', 'There is no such member in this organization.')
