import { cn } from './cn'
import { tipWhenCut } from './tooltip'

type Props = { children: string; className?: string }

/** One line with an ellipsis; the whole text in a tooltip when some of it is hidden. Reads in its own direction. */
export const Truncate = ({ children, className }: Props) => (
  <span dir="auto" {...tipWhenCut} className={cn('block min-w-0 truncate text-left', className)}>
    {children}
  </span>
)
