import { Eye, ShieldCheck } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import {
  type CloudRole,
  cloudLimitLabel,
  cloudRoleLabels,
  type ProjectRole,
  projectRoleLabels,
} from '@/lib/domain/roles'

/** A role on a cloud or in a project as it is stored: `readOnly` is the limit of a cloud. */
export type PlaceRole =
  | { on: 'cloud'; role: CloudRole; readOnly: boolean }
  | { on: 'project'; role: ProjectRole }

/** "Cloud collaborator", "Cloud read only", "Write". */
export const placeRoleLabel = (held: PlaceRole): string => {
  if (held.on === 'project') return projectRoleLabels[held.role]
  return held.readOnly ? cloudLimitLabel : cloudRoleLabels[held.role]
}

/** Owners wear the accent and a shield, limits are dashed, the others outlined. */
export function PlaceRoleChip({ held }: { held: PlaceRole }) {
  const label = placeRoleLabel(held)
  if (held.on === 'cloud' && held.readOnly) {
    return (
      <Chip tone="dashed" icon={<Eye />}>
        {label}
      </Chip>
    )
  }
  if (held.role !== 'owner') return <Chip>{label}</Chip>
  return (
    <Chip tone="accent" icon={<ShieldCheck />}>
      {label}
    </Chip>
  )
}
