'use client'
import { State } from '@/components/feedback/state'
import { EmptyPage, EmptyState, NothingMatches } from '@/components/feedback/states'
import { useDialogs } from '@/components/members/use-dialogs'
import { Button } from '@/components/ui/button'
import { plural } from '@/lib/client/words'
import type { InvitationListState } from './invitation-list'

type Props = {
  list: InvitationListState
  /** In this state, whatever is searched. */
  count: number
  onClear: () => void
  onFirstPage: () => void
}

/** What stands where rows would. */
export function InvitationsEmpty({
  list: { state, q, by, delivery, ends, after },
  count,
  ...on
}: Props) {
  const { show } = useDialogs()
  if (after) {
    return (
      <EmptyPage onFirstPage={on.onFirstPage}>What stood here is in another list now.</EmptyPage>
    )
  }
  if (ends || by.length + delivery.length > 0) {
    return (
      <NothingMatches title="No invitation matches" onClear={on.onClear}>
        No {state} invitation matches these filters.{' '}
        {plural(count, `${state} invitation is`, `${state} invitations are`)} in the list.
      </NothingMatches>
    )
  }
  if (q) {
    return (
      <NothingMatches title="No invitation matches" onClear={on.onClear}>
        No {state} invitation has “<bdi>{q}</bdi>” in its address.{' '}
        {plural(count, `${state} invitation is`, `${state} invitations are`)} in the list.
      </NothingMatches>
    )
  }
  if (state === 'pending') {
    return (
      <EmptyState
        title="No pending invites"
        action={
          <Button variant="primary" onClick={() => show({ invite: '1' })}>
            Invite
          </Button>
        }
        api="POST /api/v2/organization_invitations"
      >
        Whoever is invited stands here until they join. Each gets a link that works once.
      </EmptyState>
    )
  }
  return <State title={titles[state]}>{texts[state]}</State>
}

const titles = {
  expired: 'No expired invitations',
  revoked: 'No revoked invitations',
  accepted: 'No accepted invitations',
}
const texts = {
  expired: 'An invitation that nobody accepts in time comes here. It can be sent again.',
  revoked: 'An invitation that is withdrawn or replaced by a newer one comes here.',
  accepted: 'An invitation comes here when its person has joined.',
}
