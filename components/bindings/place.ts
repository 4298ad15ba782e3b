import type { CloudRole, ProjectRole, Tier } from '@/lib/domain/roles'
import { tierDenial } from '@/lib/domain/tier-denial'

/** What people hold roles on. `tier`: what the reader is there. */
export type CloudPlace = { kind: 'cloud'; id: string; name: string; tier: Tier; autoAdd: boolean }
export type ProjectPlace = {
  kind: 'project'
  id: string
  name: string
  tier: Tier
  cloud: { id: string; name: string }
  isPublic: boolean
  /** Somebody is about to make it private. */
  goesPrivate?: boolean
}
export type Place = CloudPlace | ProjectPlace
/** As much of one as ending a role on it needs. */
export type Where = Pick<Place, 'kind' | 'id' | 'name'> & Partial<Pick<ProjectPlace, 'isPublic'>>

/** How use cases name it. */
export const placeInput = ({ kind, id }: Place) =>
  kind === 'cloud' ? { cloudId: id } : { projectId: id }

/** Why the reader may not change who has access; null: they may. */
export const grantDenial = ({ kind, tier }: Place) =>
  tierDenial(kind === 'cloud' ? 'cloud.grant' : 'project.grant', tier)

/** A role as it is chosen: a base role, and on a cloud the limit. */
export type RoleChoice = { role: CloudRole | ProjectRole; readOnly: boolean }

/** What shows who has access. */
export const bindingReads = [
  'binding.list_on_cloud',
  'binding.list_on_project',
  'binding.candidates_on_cloud',
  'binding.candidates_on_project',
  'cloud.list',
  'cloud.get',
  'project.list',
  'project.get',
  'access.tree',
  'access.who_can',
  'access.what_can',
  'access.explain_of_member',
  'member.list',
  'member.preview_removal',
  'event.list',
]
