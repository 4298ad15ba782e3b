'use client'
import { State } from '@/components/feedback/state'
import { EmptyState } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'

type Props = {
  /** Why the reader makes no clouds; null: they may. */
  denial: string | null
  onCreate: () => void
}

/** What stands where rows would while there is none. */
export function NoClouds({ denial, onCreate }: Props) {
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
        <Button variant="primary" onClick={onCreate}>
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
