'use client'
import { State } from '@/components/feedback/state'
import { EmptyState, NothingMatches } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { isFiltered, type ProjectListState } from './project-list'

type Props = {
  state: ProjectListState
  /** Why the reader makes no project here; null: they may. */
  denial: string | null
  onCreate: () => void
  onClear: () => void
  onFirstPage: () => void
}

/** What stands where rows would. */
export function ProjectsEmpty({ state, denial, ...on }: Props) {
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
      <NothingMatches title="No project matches" onClear={on.onClear}>
        {state.q ? (
          <>
            No project that you can reach has “<bdi>{state.q}</bdi>” in its name.
          </>
        ) : (
          'No project that you can reach matches these filters.'
        )}
      </NothingMatches>
    )
  }
  if (denial) {
    return (
      <State title="No projects yet">
        You have no projects here yet. An owner of a project can add you, once you have a role on
        its cloud.
      </State>
    )
  }
  return (
    <EmptyState
      title="No projects yet"
      action={
        <Button variant="primary" onClick={on.onCreate}>
          Create project
        </Button>
      }
      api="POST /api/v2/projects"
    >
      A project holds the work of a team on one cloud. It is private, or open to everyone on its
      cloud.
    </EmptyState>
  )
}
