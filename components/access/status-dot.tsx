import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const tones = {
  /** Normal: no dot, grey words. */
  quiet: { text: 'text-muted-foreground', dot: null },
  waiting: { text: 'text-muted-foreground', dot: 'bg-control' },
  success: { text: 'text-foreground-2', dot: 'bg-success-mark' },
  warning: { text: 'text-warning-text', dot: 'bg-warning-mark' },
  destructive: { text: 'text-destructive-text', dot: 'bg-destructive-mark' },
}

export type StatusTone = keyof typeof tones
type Props = { tone: StatusTone; children: ReactNode }

/** Dot and words; what is normal stays quiet. */
export const StatusDot = ({ tone, children }: Props) => (
  <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', tones[tone].text)}>
    {tones[tone].dot && (
      <span
        data-dot
        aria-hidden
        className={cn('size-1.5 shrink-0 rounded-full', tones[tone].dot)}
      />
    )}
    {children}
  </span>
)
