import { hashOf, initialOf } from '@/components/access/avatar'
import { cn } from '@/components/ui/cn'

/** Dark enough for white text of 4.5:1 in both themes. */
const grounds = [
  'oklch(0.355 0.045 240)',
  'oklch(0.43 0.09 42)',
  'oklch(0.42 0.06 150)',
  'oklch(0.4 0.08 300)',
  'oklch(0.42 0.06 200)',
  'oklch(0.43 0.09 10)',
]

const sizes = {
  22: 'size-5.5 rounded-sm text-xs',
  26: 'size-6.5 rounded-md text-sm',
  36: 'size-9 rounded-lg text-lg',
  40: 'size-10 rounded-lg text-xl',
}

type Props = { id: string; name: string; size?: keyof typeof sizes }

/** The first letter of an organization on its colour. The name stands beside it. */
export const OrganizationMark = ({ id, name, size = 26 }: Props) => (
  <span
    aria-hidden
    className={cn(
      'inline-flex shrink-0 select-none items-center justify-center overflow-hidden font-semibold text-white forced-colors:border',
      sizes[size],
    )}
    style={{ background: grounds[hashOf(id) % grounds.length] }}
  >
    {initialOf(name)}
  </span>
)
