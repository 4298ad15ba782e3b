import { Eye, ShieldCheck } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { type PlaceRole, placeRoleLabel } from '@/lib/domain/roles'

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
