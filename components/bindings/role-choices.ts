import {
  type CloudRole,
  cloudLimitLabel,
  cloudRoleLabels,
  cloudRoles,
  type ProjectRole,
  placeRoleLabel,
  projectRoleLabels,
  projectRoles,
} from '@/lib/domain/roles'
import type { Place, RoleChoice } from './place'

type Option = { value: CloudRole | ProjectRole; label: string; hint: string }

const readsOnly = 'Permits no more than read only'
const cloudHints: Record<CloudRole, string> = {
  owner: 'Changes who has access, owns every project here',
  writer: 'The same rights as Cloud collaborator',
  collaborator: 'Makes projects, works in public ones',
  project_viewer: readsOnly,
  compute_config_viewer: readsOnly,
  workload_operator: readsOnly,
}
const projectHints: Record<ProjectRole, string> = {
  owner: 'Changes access, visibility and settings, and may delete it',
  write: 'Works with everything in the project',
  readonly: 'Sees everything, downloads logs, changes nothing',
}

export const limitOption = {
  label: cloudLimitLabel,
  hint: 'A limit: read-only in every project, whatever else is given',
}

/** The roles of a place, most first. */
export const roleOptions = (kind: Place['kind']): readonly Option[] =>
  kind === 'cloud'
    ? cloudRoles.map((value) => ({
        value,
        label: cloudRoleLabels[value],
        hint: cloudHints[value],
      }))
    : projectRoles.map((value) => ({
        value,
        label: projectRoleLabels[value],
        hint: projectHints[value],
      }))

/** What is shown of a choice: the limit where there is one, else the role. */
export const choiceLabel = (kind: Place['kind'], choice: RoleChoice): string =>
  placeRoleLabel({ on: kind, ...choice })

/** What is proposed to whom nothing is given yet. */
export const usualChoices: Record<Place['kind'], RoleChoice> = {
  cloud: { role: 'collaborator', readOnly: false },
  project: { role: 'write', readOnly: false },
}

/** The choice after another base role: an owner is never read-only. */
export const withRole = ({ readOnly }: RoleChoice, role: RoleChoice['role']): RoleChoice => ({
  role,
  readOnly: role !== 'owner' && readOnly,
})
