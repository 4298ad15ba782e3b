import { ShieldMinus } from 'lucide-react'
import { Chip } from '@/components/ui/chip'
import { type OrganizationLimit, organizationLimitLabels } from '@/lib/domain/roles'

/** A deny role of the organization: dashed, as every limit. */
export const LimitChip = ({ limit }: { limit: OrganizationLimit }) => (
  <Chip tone="dashed" icon={<ShieldMinus />}>
    {organizationLimitLabels[limit]}
  </Chip>
)
