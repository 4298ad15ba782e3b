import { type CloudRole, type ProjectRole, placeRoleLabel } from '@/lib/domain/roles'
import type { Explanation } from '@/lib/modules/access/explanation'

/** The cloud that is asked about, or that of the project. */
export const cloudOf = ({ place }: Explanation) =>
  place.kind === 'project' ? (place.cloud?.name ?? 'the cloud') : place.name

type Given =
  | { kind: 'cloud_role'; role: CloudRole; readOnly: boolean }
  | { kind: 'project_role'; role: ProjectRole }
type Props = { given: Given; explanation: Explanation }

/** "Cloud collaborator on prod-us-west-2", "Write in grasp-policy-rl". */
export const RoleAt = ({ given, explanation }: Props) =>
  given.kind === 'cloud_role' ? (
    <>
      {placeRoleLabel({ on: 'cloud', ...given })} on <bdi>{cloudOf(explanation)}</bdi>
    </>
  ) : (
    <>
      {placeRoleLabel({ on: 'project', ...given })} in <bdi>{explanation.place.name}</bdi>
    </>
  )
