import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const tones = {
  info: { box: 'border-border bg-sunken', glyph: 'text-muted-foreground', Icon: Info },
  warning: {
    box: 'border-warning-line bg-warning-soft',
    glyph: 'text-warning-text',
    Icon: TriangleAlert,
  },
  error: {
    box: 'border-destructive-line bg-destructive-soft',
    glyph: 'text-destructive-text',
    Icon: CircleAlert,
  },
}

export type BannerProps = {
  tone: keyof typeof tones
  title: ReactNode
  icon?: ReactNode
  /** One button. */
  action?: ReactNode
  children?: ReactNode
  className?: string
}

/** A fact about the whole page or form. Errors are announced at once, the rest when there is a pause. */
export function Banner({ tone, title, icon, action, children, className }: BannerProps) {
  const { box, glyph, Icon } = tones[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={cn(
        'flex items-center gap-3 rounded-lg border px-3 py-2.5 max-sm:flex-wrap',
        box,
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 gap-2.5">
        <span className={cn('mt-0.5', glyph)}>{icon ?? <Icon />}</span>
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <p className="font-medium text-foreground">{title}</p>
          {children && <div className="text-foreground-2">{children}</div>}
        </div>
      </div>
      {action}
    </div>
  )
}
