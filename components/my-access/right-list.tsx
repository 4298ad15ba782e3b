import { Check, Minus } from 'lucide-react'
import type { Right } from './own-access'
import { rightWords } from './right-words'

/** The rights of the policy table: those one holds first, then the others with the table's reason. */
export const RightList = ({ rights }: { rights: readonly Right[] }) => (
  <ul className="divide-y divide-border-subtle rounded-lg border">
    {[...rights.filter(({ allowed }) => allowed), ...rights.filter(({ allowed }) => !allowed)].map(
      (right) => (
        <li key={right.permission} className="flex min-h-10 items-center gap-x-6 px-3 py-2">
          <div className="min-w-0 flex-1 sm:flex sm:gap-6">
            <p
              className={
                right.allowed ? 'text-foreground sm:flex-1' : 'text-foreground-2 sm:flex-1'
              }
            >
              {rightWords(right.label)}
            </p>
            {right.reason && (
              <p className="text-muted-foreground max-sm:text-xs sm:flex-1">{right.reason}</p>
            )}
          </div>
          <p className="flex w-26 shrink-0 items-center gap-1.5 text-muted-foreground">
            {right.allowed ? <Check /> : <Minus />}
            {right.allowed ? 'Allowed' : 'Not allowed'}
          </p>
        </li>
      ),
    )}
  </ul>
)
