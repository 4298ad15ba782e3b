'use client'
import { EmptyPage, EmptyState, NothingMatches } from '@/components/feedback/states'
import { Button } from '@/components/ui/button'
import { isFiltered } from './account-list'
import type { useAccounts } from './use-accounts'

type Props = { accounts: ReturnType<typeof useAccounts>; onCreate: () => void }

/** What stands where service accounts would. */
export function AccountsEmpty({ accounts: { state, clear, firstPage }, onCreate }: Props) {
  if (state.after) {
    return (
      <EmptyPage onFirstPage={firstPage}>
        What stood here was deleted, or is elsewhere in the list now.
      </EmptyPage>
    )
  }
  if (isFiltered(state)) {
    return (
      <NothingMatches title="No service account matches" onClear={clear}>
        {state.q ? (
          <>
            No service account has “<bdi>{state.q}</bdi>” in its name or email.
          </>
        ) : (
          'No service account matches these filters.'
        )}
      </NothingMatches>
    )
  }
  return (
    <EmptyState
      title="No service accounts yet"
      action={
        <Button variant="primary" onClick={onCreate}>
          Create service account
        </Button>
      }
      api="POST /api/v2/users/service_accounts?name="
    >
      A pipeline that uses somebody’s key stops when they leave. A service account is nobody’s: it
      has keys and roles of its own, and stays.
    </EmptyState>
  )
}
