import type { ComponentProps } from 'react'
import { cn } from './cn'
import { fieldBox } from './input'

type Props = Omit<ComponentProps<'select'>, 'children'> & { labels: Record<string, string> }

/** For the stylesheet every select is read-only; this one is not. */
const writable = 'read-only:border-border-strong read-only:bg-background'

/** The system's own list of a few words: value → label. */
export const Select = ({ labels, className, ...rest }: Props) => (
  <select {...rest} className={cn(fieldBox, writable, className)}>
    {Object.entries(labels).map(([value, label]) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </select>
)
