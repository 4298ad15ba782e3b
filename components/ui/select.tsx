import type { ComponentProps } from 'react'
import { cn } from './cn'
import { fieldBox } from './input'

type Props = Omit<ComponentProps<'select'>, 'children'> & { labels: Record<string, string> }

/** The system's own list of a few words: value → label. */
export const Select = ({ labels, className, ...rest }: Props) => (
  <select {...rest} className={cn(fieldBox, className)}>
    {Object.entries(labels).map(([value, label]) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </select>
)
