import { EmptyPage, EmptyState, NothingMatches } from '@/components/feedback/states'
import { type AuditListState, isFiltered } from './audit-list'

type Props = { state: AuditListState; onClear: () => void; onFirstPage: () => void }

export function AuditEmpty({ state, onClear, onFirstPage }: Props) {
  if (state.after) {
    return (
      <EmptyPage title="No event is on this page" onFirstPage={onFirstPage}>
        The log ends before it, with these filters.
      </EmptyPage>
    )
  }
  if (isFiltered(state)) {
    return (
      <NothingMatches title="No event matches" onClear={onClear}>
        Nothing was recorded that fits all of these filters.
      </NothingMatches>
    )
  }
  return (
    <EmptyState title="Nothing happened yet" api="GET /api/gatehouse/v1/audit_events">
      Who signed in, who was invited, given a role or removed, and what was refused is recorded
      here.
    </EmptyState>
  )
}
