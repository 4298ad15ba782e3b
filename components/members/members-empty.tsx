import Link from 'next/link'
import { EmptyPage, NothingMatches } from '@/components/feedback/states'
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
  const { q, after, kind } = state
  if (after) {
    return (
      <EmptyPage title="No one is on this page" onFirstPage={onFirstPage}>
        Whoever stood here was removed or is elsewhere in the list now.
      </EmptyPage>
    )
  }
  if (kind === 'service_account' && !q) {
    return (
      <NothingMatches title="There are no service accounts yet" onClear={onClear}>
        <Link href="/service-accounts" className="link">
          Service accounts
        </Link>{' '}
        says what they are for, and creates one.
      </NothingMatches>
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
        'matches these filters'
      )}
      . {people === 1 ? '1 person is' : `${formatCount(people)} people are`} in the organization.
    </NothingMatches>
  )
}
