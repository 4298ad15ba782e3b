import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const base =
  'inline-flex min-w-0 max-w-full items-center align-middle gap-1 rounded-chip border [&>.lucide]:size-3.5 [&>.lucide]:stroke-2'

const tones = {
  quiet: 'border-transparent bg-accent text-foreground dark:bg-pressed',
  outline: 'border-border text-foreground-2',
  accent: 'border-primary-line bg-primary-soft text-primary-text',
  dashed: 'border-border-strong border-dashed text-foreground-2',
  success: 'border-transparent bg-success-soft text-success-text',
  warning: 'border-warning-line bg-warning-soft text-warning-text',
  destructive: 'border-destructive-line bg-destructive-soft text-destructive-text',
}

const sizes = {
  default: 'h-5 whitespace-nowrap px-1.25 font-medium text-xs',
  large: 'h-6 px-1.5 text-sm max-sm:h-11',
}

export type ChipTone = keyof typeof tones

type Props = {
  tone?: ChipTone
  size?: 'default' | 'large'
  icon?: ReactNode
  children: ReactNode
  /** Adds a cross; `removeLabel` is its name, such as "Remove a@b.example". */
  onRemove?: () => void
  removeLabel?: string
}

export const Chip = ({
  tone = 'outline',
  size = 'default',
  icon,
  children,
  onRemove,
  removeLabel,
}: Props) => (
  <span
    className={cn(
      base,
      tones[tone],
      sizes[size],
      // Small ones are coloured enough without a line.
      size === 'default' && (tone === 'warning' || tone === 'destructive') && 'border-transparent',
    )}
  >
    {icon}
    <span className="min-w-0 truncate">{children}</span>
    {onRemove && (
      <button
        type="button"
        aria-label={removeLabel ?? 'Remove'}
        onClick={onRemove}
        className="relative -mr-1 flex size-5 shrink-0 items-center justify-center rounded-sm text-current opacity-80 after:absolute after:-inset-0.5 hover:bg-pressed hover:opacity-100 max-sm:size-11"
      >
        <X className="size-3.5" />
      </button>
    )}
  </span>
)
