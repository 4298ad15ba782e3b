import { originLabels } from '@/components/access/origin'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/lib/client/words'
import { type Origin, origins } from '@/lib/domain/roles'
import type { WhoPage } from './explorer-state'

const fills: Record<Origin, string> = {
  implicit_owner: 'bg-primary',
  creator: 'bg-(--chart-2)',
  direct: 'bg-(--chart-2)',
  auto_add: 'bg-(--chart-3)',
  public_project: 'bg-(--chart-3)',
}
const order: readonly Origin[] = [
  'implicit_owner',
  'creator',
  'direct',
  'auto_add',
  'public_project',
]

type Props = {
  counts: NonNullable<WhoPage['byOrigin']>
  total: WhoPage['total']
  chosen: readonly Origin[]
  onToggle: (origin: Origin) => void
}

/** By which ways people come to it: one bar with counts, whose parts are filters. Somebody with two ways is in both. */
export function OriginBar({ counts, total, chosen, onToggle }: Props) {
  const shown = order.filter((origin) => origins.includes(origin))
  return (
    <div className="shrink-0 px-(--gutter) pt-3">
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-sm bg-pressed">
        {shown
          .filter((origin) => counts[origin].count > 0)
          .map((origin) => (
            <span
              key={origin}
              data-progress
              className={cn('min-w-1', fills[origin])}
              style={{ flexGrow: counts[origin].count }}
            />
          ))}
      </div>
      <fieldset className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-foreground-2 text-xs">
        <legend className="sr-only">Where it comes from</legend>
        {total && (
          <span className="font-medium text-foreground tabular-nums">
            {total.more && 'More than '}
            {formatCount(total.count)} can
          </span>
        )}
        {shown.map((origin) => (
          <button
            key={origin}
            type="button"
            aria-pressed={chosen.includes(origin)}
            onClick={() => onToggle(origin)}
            className="tap flex h-6 items-center gap-1.5 rounded-sm px-1 hover:bg-accent hover:text-foreground aria-pressed:bg-primary-soft aria-pressed:font-medium aria-pressed:text-primary-text"
          >
            <span
              aria-hidden
              className={cn(
                'size-2 rounded-xs',
                counts[origin].count > 0 ? fills[origin] : 'border border-control',
              )}
            />
            {originLabels[origin]}
            <span className="tabular-nums">
              {formatCount(counts[origin].count)}
              {counts[origin].more && '+'}
            </span>
          </button>
        ))}
      </fieldset>
    </div>
  )
}
