'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { plural } from '@/lib/client/words'

const STEP = 100

type Props<T> = { items: readonly T[]; children: (item: T) => ReactNode }

/** A list of perhaps thousands, a hundred at a time. Give it a key when it shows something else. */
export function LongList<T>({ items, children }: Props<T>) {
  const [shown, setShown] = useState(STEP)
  const rest = items.length - shown
  return (
    <div className="rounded-lg border">
      <ul className="divide-y divide-border-subtle">{items.slice(0, shown).map(children)}</ul>
      {rest > 0 && (
        <div className="border-t px-3 py-2">
          <Button size="small" variant="ghost" onClick={() => setShown(shown + STEP)}>
            Show {plural(Math.min(rest, STEP), 'more row', 'more rows')}
          </Button>
        </div>
      )}
    </div>
  )
}
