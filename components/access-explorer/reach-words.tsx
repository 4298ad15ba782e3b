import { ChevronRight } from 'lucide-react'
import { OriginMark, originLabels } from '@/components/access/origin'
import { StatusDot } from '@/components/access/status-dot'
import { tierName } from '@/components/access-tree/explain-words'
import { Time } from '@/components/ui/time'
import { plural } from '@/lib/client/words'
import type { Origin, Tier } from '@/lib/domain/roles'

type HowProps = {
  tier: Tier | null
  origins: readonly Origin[]
  on: 'organization' | 'cloud' | 'project'
}

/** "Direct › Write": the way, and what it comes to. */
export function How({ tier, origins, on }: HowProps) {
  const [first, ...others] = origins
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {first && <OriginMark origin={first} />}
      {first && tier && <ChevronRight className="size-3.5 shrink-0 text-muted-foreground" />}
      {tier && <span className="shrink-0 font-medium text-foreground">{tierName(tier, on)}</span>}
      {!first && !tier && <span className="text-muted-foreground">Role in the organization</span>}
      {others.length > 0 && (
        <span
          className="shrink-0 text-muted-foreground text-xs"
          title={others.map((o) => originLabels[o]).join(', ')}
        >
          and {plural(others.length, 'other way', 'other ways')}
        </span>
      )}
    </span>
  )
}

export const EndsAt = ({ at }: { at: string | null }) =>
  at && (
    <StatusDot tone="warning">
      <Time at={at} kind="end" />
    </StatusDot>
  )
