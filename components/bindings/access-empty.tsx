'use client'
import { EmptyPage, EmptyState, NothingMatches } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { type AccessListState, isFiltered } from './access-list'
import { grantDenial, type Place } from './place'

type Props = {
  place: Place
  state: AccessListState
  onGrant: () => void
  onClear: () => void
  onFirstPage: () => void
}

/** What stands where rows would. */
export function AccessEmpty({ place, state, ...on }: Props) {
  if (state.after) {
    return (
      <EmptyPage onFirstPage={on.onFirstPage}>
        Whoever stood here has no role here any more.
      </EmptyPage>
    )
  }
  if (isFiltered(state)) {
    return (
      <NothingMatches title="No one matches" onClear={on.onClear}>
        {state.q ? (
          <>
            No one with a role here has “<bdi>{state.q}</bdi>” in the name or email.
          </>
        ) : (
          'No one with a role here matches these filters.'
        )}
      </NothingMatches>
    )
  }
  const isCloud = place.kind === 'cloud'
  return (
    <EmptyState
      title={isCloud ? 'No one has a role here yet' : 'No one has a role of their own here'}
      action={
        <Button variant="primary" disabledReason={grantDenial(place)} onClick={on.onGrant}>
          {isCloud ? 'Grant permission' : 'Add people'}
        </Button>
      }
      api={
        isCloud
          ? `POST /api/v2/clouds/${place.id}/collaborators/users`
          : `POST /api/v2/projects/${place.id}/collaborators/users/batch_create`
      }
    >
      {isCloud
        ? 'Organization owners own every cloud. Anyone else needs a role on it before they can reach its projects.'
        : 'Organization owners and owners of the cloud have access without one. In a public project everyone on the cloud does too.'}
    </EmptyState>
  )
}
