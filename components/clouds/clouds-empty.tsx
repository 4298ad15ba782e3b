'use client'
import { State } from '@/components/feedback/state'
import { EmptyState, NothingMatches } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { type CloudListState, isFiltered } from './cloud-list'

type Props = {
  state: CloudListState
  /** Why the reader makes no clouds; null: they may. */
  denial: string | null
  onCreate: () => void
  onClear: () => void
  onFirstPage: () => void
}

/** What stands where rows would. */
export function CloudsEmpty({ state, denial, ...on }: Props) {
  if (state.after) {
    return (
      <State
        title="Nothing is on this page"
        actions={<Button onClick={on.onFirstPage}>First page</Button>}
      >
        What stood here was deleted, or you no longer have access to it.
      </State>
    )
  }
  if (isFiltered(state)) {
    return (
      <NothingMatches title="No cloud matches" onClear={on.onClear}>
        {state.q ? (
          <>
            No cloud that you can reach has “<bdi>{state.q}</bdi>” in its name.
          </>
        ) : (
          'No cloud that you can reach matches these filters.'
        )}
      </NothingMatches>
    )
  }
  if (denial) {
    return (
      <State title="No clouds yet">
        You have no clouds yet. An owner of a cloud, or of the organization, can add you.
      </State>
    )
  }
  return (
    <EmptyState
      title="No clouds yet"
      action={
        <Button variant="primary" onClick={on.onCreate}>
          Create cloud
        </Button>
      }
      api="POST /api/v2/clouds"
    >
      A cloud is where work runs. People get a role on it, and then in its projects. Gatehouse
      records clouds; it runs nothing itself.
    </EmptyState>
  )
}
