import type { ProjectRole } from '@/lib/domain/roles'
import {
  cloudChangeDenial,
  cloudRemovalDenial,
  projectRemovalDenial,
  projectRoleDenial,
} from '@/lib/modules/bindings/binding-rules'
import type { BindingRow } from './binding-shapes'
import { grantDenial, type Place, type RoleChoice } from './place'

type Row = Pick<BindingRow, 'member' | 'onCloud'>

/** Why this role cannot be ended by whoever looks; null: it can. */
export function removalDenial(place: Place, { member }: Row, selfId: string): string | null {
  const denied = grantDenial(place)
  if (denied) return denied
  const rule =
    place.kind === 'cloud'
      ? cloudRemovalDenial(member, { selfId, autoAdd: place.autoAdd })
      : projectRemovalDenial(member, { selfId })
  return rule?.detail ?? null
}

/** Why this role cannot be changed by whoever looks, to whatever other one; null: it can. */
export function changeDenial(place: Place, row: Row, selfId: string): string | null {
  const denied = grantDenial(place)
  if (denied) return denied
  if (place.kind === 'cloud') return cloudChangeDenial(row.member, { selfId })?.detail ?? null
  // Read-only suits whatever they hold on the cloud: what is left stands against any role.
  return roleDenial(place, row, 'readonly', selfId)
}

/** Why somebody may not hold this role here: in a project, what they hold on its cloud caps it; null: they may. */
export function roleDenial(
  place: Place,
  { member, onCloud = null }: Row,
  role: RoleChoice['role'],
  selfId: string,
): string | null {
  if (place.kind === 'cloud') return null
  const standing = { selfId, onCloud, cloudName: place.cloud.name }
  return projectRoleDenial(member, role as ProjectRole, standing)?.detail ?? null
}
