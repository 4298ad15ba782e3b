import { cn } from './cn'

/** A grey bar where text will be. The surrounding region says `aria-busy`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn('block h-2 rounded-full bg-pressed', className)} />
)
