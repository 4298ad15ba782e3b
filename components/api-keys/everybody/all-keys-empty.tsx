import { State } from '@/components/feedback/state'
import { EmptyPage, NothingMatches } from '@/components/feedback/states'
import { isFiltered } from './all-keys-list'
import type { useAllKeys } from './use-all-keys'

/** What stands where keys would. */
export function AllKeysEmpty({ keys }: { keys: ReturnType<typeof useAllKeys> }) {
  const { state, clear, firstPage } = keys
  if (state.after) {
    return (
      <EmptyPage onFirstPage={firstPage}>What stood here has ended, or is elsewhere now.</EmptyPage>
    )
  }
  if (isFiltered(state)) {
    return (
      <NothingMatches title="No key matches" onClear={clear}>
        {state.q ? (
          <>
            No key has “<bdi>{state.q}</bdi>” in its name or ends with it.
          </>
        ) : (
          'No key matches these filters.'
        )}
      </NothingMatches>
    )
  }
  return (
    <State title="No live keys">
      Nobody here has a key that works. Whatever still sends one is refused.
    </State>
  )
}
