import type { ReactNode } from 'react'
import { EmptyPage, NothingMatches } from '@/components/feedback/states'

type Props = {
  one: 'cloud' | 'project'
  state: { q: string; after: string | null }
  filtered: boolean
  onClear: () => void
  onFirstPage: () => void
  /** Where there is none at all. */
  children: ReactNode
}

/** What stands where clouds or projects would. */
export function EmptyPlaces({ one, state, filtered, onClear, onFirstPage, children }: Props) {
  if (state.after) {
    return (
      <EmptyPage onFirstPage={onFirstPage}>
        What stood here was deleted, or you no longer have access to it.
      </EmptyPage>
    )
  }
  if (!filtered) return children
  return (
    <NothingMatches title={`No ${one} matches`} onClear={onClear}>
      {state.q ? (
        <>
          No {one} that you can reach has “<bdi>{state.q}</bdi>” in its name.
        </>
      ) : (
        `No ${one} that you can reach matches these filters.`
      )}
    </NothingMatches>
  )
}
