import { ShieldCheck } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { type OrganizationRole, roleLabels } from '@/lib/domain/roles'

type Props = {
  role: OrganizationRole
  /** In tables ordinary roles are plain text; elsewhere they are outlined. */
  plain?: boolean
}

/** Owners wear the accent and a shield. */
export function RoleChip({ role, plain = false }: Props) {
  if (role === 'owner') {
    return (
      <Chip tone="accent" icon={<ShieldCheck />}>
        {roleLabels.owner}
      </Chip>
    )
  }
  if (plain) return <span className="text-foreground-2">{roleLabels[role]}</span>
  return <Chip>{roleLabels[role]}</Chip>
}
