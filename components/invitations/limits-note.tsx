import { formatCount } from '@/lib/client/words'
import type { InvitationPreview } from './preview'

/** "8 of 20 pending · 6 of 20 sent in 24 h"; amber where there is no room left. */
export const LimitsNote = ({ limits }: { limits: InvitationPreview['limits'] }) => (
  <span className="tabular-nums">
    <Count of={limits.pending} max={limits.maxPending} /> pending ·{' '}
    <Count of={limits.sentInDay} max={limits.maxPerDay} /> sent in 24 h
  </span>
)

const Count = ({ of, max }: { of: number; max: number }) => (
  <span className={of >= max ? 'font-medium text-warning-text' : undefined}>
    {formatCount(of)} of {formatCount(max)}
  </span>
)
