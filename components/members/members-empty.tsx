import { NothingMatches, State } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/client/words'
import type { MemberListState } from './member-list'
import { nounsOf } from './members-words'

type Props = {
  state: MemberListState
  people: number
  onClear: () => void
  onFirstPage: () => void
}

/** What stands where rows would. One is in the list oneself, so it is never empty without a reason. */
export function MembersEmpty({ state, people, onClear, onFirstPage }: Props) {
  const { q, after } = state
  if (after) {
    return (
      <State
        title="No one is on this page"
        actions={<Button onClick={onFirstPage}>First page</Button>}
      >
        Whoever stood here was removed or is elsewhere in the list now.
      </State>
    )
  }
  return (
    <NothingMatches title="No one matches" onClear={onClear}>
      No {nounsOf(state).one}{' '}
      {q ? (
        <>
          has “<bdi>{q}</bdi>” in the name or email
        </>
      ) : (
        'is here'
      )}
      . {people === 1 ? '1 person is' : `${formatCount(people)} people are`} in the organization.
    </NothingMatches>
  )
}
