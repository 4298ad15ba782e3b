import type { ReactNode } from 'react'
import { cn } from './cn'

/** A key, such as "/" or "⌘K". Decoration: the thing itself tells assistive technology its shortcut. */
export const Kbd = ({ children, className }: { children: ReactNode; className?: string }) => (
  <kbd
    aria-hidden
    className={cn(
      'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-border bg-background px-1 font-medium font-sans text-2xs text-muted-foreground dark:bg-accent',
      className,
    )}
  >
    {children}
  </kbd>
)
