import type { ReactNode } from 'react'
import { State } from '@/components/feedback/state'
import { EmptyPage, NothingMatches } from '@/components/feedback/states'
import { plural } from '@/lib/client/words'
import type { KeyListState, KeyPage } from './key-list'

type Props = {
  list: KeyListState
  counts: KeyPage['counts']
  /** "Create key". */
  create: ReactNode
  onClear: () => void
  onFirstPage: () => void
}

/** What stands where rows would. */
export function KeysEmpty({ list: { state, q, after }, counts, create, ...on }: Props) {
  if (after) {
    return (
      <EmptyPage onFirstPage={on.onFirstPage}>What stood here is in another list now.</EmptyPage>
    )
  }
  if (q) {
    return (
      <NothingMatches title="No key matches" onClear={on.onClear}>
        No {state} key has “<bdi>{q}</bdi>” in its name.{' '}
        {plural(counts[state], `${state} key is`, `${state} keys are`)} in the list.
      </NothingMatches>
    )
  }
  if (counts.live + counts.ended === 0) return <FirstUse action={create} />
  if (state === 'ended') {
    return (
      <State title="No ended keys">
        A key that is revoked, or past its end, comes here and is refused from then on.
      </State>
    )
  }
  return (
    <State title="No live keys" actions={create}>
      Every key of yours has ended. Whatever still sends one is refused.
    </State>
  )
}

/** What a key is for, and the request that it opens. */
const FirstUse = ({ action }: { action: ReactNode }) => (
  <State
    title="No API keys yet"
    actions={action}
    note={
      <>
        A program sends it as <code className="font-mono">Authorization: Bearer …</code>, for
        example with <code className="font-mono">GET /api/v2/userinfo/</code>
      </>
    }
  >
    With a key, the command line, Terraform and your scripts act as you: they hold your role here,
    no more, until the key ends or you revoke it.
  </State>
)
