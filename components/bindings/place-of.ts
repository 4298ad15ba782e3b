import type { CloudRow, ProjectRow } from '@/components/resources/shapes'
import type { CloudPlace, ProjectPlace } from './place'

export const placeOfCloud = ({ id, name, tier, autoAdd }: CloudRow): CloudPlace => ({
  kind: 'cloud',
  id,
  name,
  tier,
  autoAdd,
})

export const placeOfProject = (project: ProjectRow): ProjectPlace => ({
  kind: 'project',
  id: project.id,
  name: project.name,
  tier: project.tier,
  cloud: project.cloud,
  isPublic: project.isPublic,
})
