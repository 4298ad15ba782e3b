import Link from 'next/link'

export type Segment = { href: string; label: string; count?: number | string; current: boolean }

type Props = { label: string; segments: readonly Segment[] }

/** A few views of the same list, as links. */
export const SegmentedControl = ({ label, segments }: Props) => (
  <nav
    aria-label={label}
    className="inline-flex w-fit max-w-full shrink-0 overflow-x-auto rounded-md bg-pressed p-px max-sm:w-full"
  >
    {segments.map((segment) => (
      <Link
        key={segment.href}
        href={segment.href}
        aria-current={segment.current ? 'page' : undefined}
        className="flex h-6.5 flex-1 items-center justify-center gap-1 whitespace-nowrap rounded-[5px] px-2.5 font-medium text-muted-foreground text-xs -outline-offset-2 hover:text-foreground aria-[current=page]:bg-background aria-[current=page]:text-foreground aria-[current=page]:shadow-[0_0_0_1px_var(--border)] max-sm:h-11 max-sm:text-sm dark:aria-[current=page]:bg-raised"
      >
        {segment.label}
        {segment.count !== undefined && <span className="tabular-nums">{segment.count}</span>}
      </Link>
    ))}
  </nav>
)
