'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Pager } from './column'

/** "1–50 of 1,284 people", Previous, Next. Keyset pages have no numbers. The count is spoken when it changes. */
export const TableFooter = ({
  summary,
  onPrevious,
  onNext,
  hidden,
}: Pager & { hidden: boolean }) => (
  <footer className="flex h-10 shrink-0 items-center justify-between gap-3 border-t bg-background px-(--gutter) max-sm:h-14">
    <p role="status" className="min-w-0 truncate text-muted-foreground text-xs tabular-nums">
      {hidden ? '' : summary}
    </p>
    {(onPrevious || onNext) && !hidden && (
      <nav aria-label="Pages" className="flex gap-1">
        <Button
          variant={onPrevious ? 'outline' : 'ghost'}
          size="small"
          icon={<ChevronLeft className="size-3.5" />}
          aria-disabled={!onPrevious}
          onClick={() => onPrevious?.()}
        >
          Previous
        </Button>
        <Button
          variant={onNext ? 'outline' : 'ghost'}
          size="small"
          aria-disabled={!onNext}
          onClick={() => onNext?.()}
        >
          Next <ChevronRight className="size-3.5" />
        </Button>
      </nav>
    )}
  </footer>
)
