import { ShieldCheck } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import type { Tier } from '@/lib/domain/roles'
import { cloudTierLabels, projectTierLabels } from './tier-words'

type Props = { of: 'cloud' | 'project'; tier: Tier }

/** What the reader is there. Owners wear the accent and a shield; the rest is plain text, as in the other tables. */
export function TierChip({ of, tier }: Props) {
  const label = (of === 'cloud' ? cloudTierLabels : projectTierLabels)[tier]
  if (tier !== 'owner') return <span className="whitespace-nowrap text-foreground-2">{label}</span>
  return (
    <Chip tone="accent" icon={<ShieldCheck />}>
      {label}
    </Chip>
  )
}
