'use client'
import { State } from '@/components/feedback/state'
import { EmptyState } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'

type Props = {
  /** Why the reader makes no project here; null: they may. */
  denial: string | null
  onCreate: () => void
}

/** What stands where rows would while there is none. */
export function NoProjects({ denial, onCreate }: Props) {
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
        <Button variant="primary" onClick={onCreate}>
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
