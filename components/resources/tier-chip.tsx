import { ShieldCheck } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { projectRoleLabels, type Tier } from '@/lib/domain/roles'

/** What somebody is on a cloud: the names of the base roles, as the last three come to no more than reading. */
const cloudTierLabels: Record<Tier, string> = {
  owner: 'Cloud owner',
  write: 'Cloud collaborator',
  readonly: 'Read-only',
}

type Props = { of: 'cloud' | 'project'; tier: Tier }

/** What the reader is there. Owners wear the accent and a shield; the rest is plain text, as in the other tables. */
export function TierChip({ of, tier }: Props) {
  const label = (of === 'cloud' ? cloudTierLabels : projectRoleLabels)[tier]
  if (tier !== 'owner') return <span className="whitespace-nowrap text-foreground-2">{label}</span>
  return (
    <Chip tone="accent" icon={<ShieldCheck />}>
      {label}
    </Chip>
  )
}
