import { Check, ChevronRight, Minus } from 'lucide-react'
import { byNoun, type Right } from '@/lib/domain/rights'

type Props = {
  rights: readonly Right[]
  /** A label of the policy table as it is said to whoever reads it. */
  say: (label: string) => string
  /** Which groups are open at first: those with a right that is held, or none. */
  open: 'held' | 'none'
}

/** Every right of the policy table by what it is about: how many are held, and opened, which, and who has the rest. */
export const RightGroups = ({ rights, say, open }: Props) => (
  <div className="divide-y divide-border-subtle overflow-hidden rounded-lg border">
    {byNoun(rights).map(({ noun, label, rights: group }) => {
      const held = group.filter(({ allowed }) => allowed)
      const missing = group.filter(({ allowed }) => !allowed)
      return (
        <details key={noun} open={open === 'held' && held.length > 0} className="group">
          <summary className="flex min-h-10 cursor-default list-none items-center gap-2 px-3 -outline-offset-2 hover:bg-accent max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
            <ChevronRight className="text-muted-foreground group-open:rotate-90" />
            <span className="min-w-0 flex-1 font-medium">{label}</span>
            <span className="text-muted-foreground">
              {held.length === 0 ? 'None' : `${held.length} of ${group.length}`} allowed
            </span>
          </summary>
          <ul className="border-border-subtle border-t py-1.5">
            {[...held, ...missing].map((right) => (
              <OneRight key={right.permission} right={right} say={say} />
            ))}
          </ul>
        </details>
      )
    })}
  </div>
)

const OneRight = ({ right, say }: Pick<Props, 'say'> & { right: Right }) => (
  <li className="flex gap-2 px-3 py-1">
    <span className="mt-0.5">
      {right.allowed ? (
        <Check className="text-success-text" />
      ) : (
        <Minus className="text-muted-foreground" />
      )}
    </span>
    <span className="min-w-0 flex-1 sm:flex sm:gap-6">
      <span className={right.allowed ? 'text-foreground sm:flex-1' : 'text-foreground-2 sm:flex-1'}>
        <span className="sr-only">{right.allowed ? 'Allowed: ' : 'Not allowed: '}</span>
        {say(right.label)}
      </span>
      {right.reason && (
        <span className="block text-muted-foreground max-sm:text-xs sm:flex-1">{right.reason}</span>
      )}
    </span>
  </li>
)
