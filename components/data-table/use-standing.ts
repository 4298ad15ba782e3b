'use client'
import { startTransition, useEffect, useState } from 'react'

/** What a tall window shows of a list. */
const IN_SIGHT = 24

/** `DataTableProps` of a list of which so many rows stand; where the others will be are grey lines. */
export type Standing = { standing: number }

/**
 * How many rows of a list may stand. On the first load none on the server and while hydrating, as rows are the browser's
 * work; then those in sight, and the rest when these can be used. In a list that comes later: all.
 */
export function useStanding(hydrated: boolean): number {
  const [all, setAll] = useState(hydrated)
  useEffect(() => {
    if (hydrated && !all) startTransition(() => setAll(true))
  }, [hydrated, all])
  return all ? Number.POSITIVE_INFINITY : hydrated ? IN_SIGHT : 0
}
