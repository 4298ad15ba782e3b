import type { ReactNode } from 'react'
import { State } from '@/components/feedback/state'
import { EmptyState } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'

type Props = {
  one: 'cloud' | 'project'
  /** Why the reader makes none; null: they may. */
  denial: string | null
  /** How whoever makes none comes to one. */
  denied: string
  onCreate: () => void
  /** What one is for. */
  children: ReactNode
}

/** What stands where clouds or projects would while there is none. */
export function NoPlaces({ one, denial, denied, onCreate, children }: Props) {
  const title = `No ${one}s yet`
  if (denial) return <State title={title}>{denied}</State>
  return (
    <EmptyState
      title={title}
      action={
        <Button variant="primary" onClick={onCreate}>
          Create {one}
        </Button>
      }
      api={`POST /api/v2/${one}s`}
    >
      {children}
    </EmptyState>
  )
}
