import { Skeleton } from '@/components/ui/skeleton'

const widths = ['w-1/4', 'w-2/3', 'w-1/2', 'w-3/5', 'w-2/5', 'w-1/2']

/** Grey lines where a page will be; nothing for the first 150 ms, so that quick pages do not flicker. */
export const PageSkeleton = () => (
  <div
    aria-busy
    className="flex max-w-190 animate-[fade_120ms_150ms_both] flex-col gap-7 px-(--gutter) pt-6 motion-reduce:animate-none"
  >
    <span className="sr-only" role="status">
      Loading…
    </span>
    {widths.map((width, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines without identity
      <Skeleton key={index} className={width} />
    ))}
  </div>
)
