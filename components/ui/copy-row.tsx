import type { ReactNode } from 'react'
import { CopyField } from './copy-field'

type Props = { term: string; children: ReactNode; id?: string }

/** In a `dl`: what it is at the left, on phones above it. */
export const TermRow = ({ term, children, id }: Props) => (
  <div className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
    <dt className="text-muted-foreground" id={id}>
      {term}
    </dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)

/** The same with a value to copy; `label` names it. */
export const CopyRow = ({ term, label, value }: { term: string; label: string; value: string }) => (
  <TermRow term={term}>
    <CopyField value={value} label={label} />
  </TermRow>
)
