'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { filterParts } from '@/components/data-table/filter-parts'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { SearchInput } from '@/components/ui/search-input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { consoleQuery } from '@/lib/client/query'
import { deliveryStates } from './invitation-list'
import { segmentsOf } from './segments'
import type { useInvitations } from './use-invitations'

type Props = { invitations: ReturnType<typeof useInvitations>; view: TableViewOptions }

const deliveryLabels = {
  mailed: 'Mailed',
  waiting: 'Waiting to be mailed',
  failed: 'Could not be mailed',
  link: 'Link only',
}
const endOptions = [{ value: 'soon', label: 'Within 48 hours' }] as const
const deliveryOptions = deliveryStates.map((value) => ({ value, label: deliveryLabels[value] }))

/** States, search and filters, kept in the URL. */
export function InvitationsToolbar({ invitations, view }: Props) {
  const { organizationId } = useViewer()
  const { state, page, search, filter, clear } = invitations
  const inviters = useQuery(
    consoleQuery<{ id: string; name: string }[]>(organizationId, 'invitation.inviters'),
  )
  const { several, one } = filterParts(state, filter)
  const parts = [
    several(
      'by',
      'Invited by',
      (inviters.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ),
    several('delivery', 'Delivery', deliveryOptions),
    ...(state.state === 'pending' || state.ends ? [one('ends', 'Ends', endOptions)] : []),
  ]
  const active = state.q !== '' || parts.some(({ set }) => set)
  return (
    <Toolbar end={<TableOptions view={view} />}>
      <SegmentedControl label="State" segments={segmentsOf(state.state, page.data?.counts)} />
      <SearchInput
        label="Search email"
        className="max-sm:min-w-40"
        value={state.q}
        onValueChange={search}
      />
      <Filters parts={parts} active={active} onClear={clear} />
    </Toolbar>
  )
}
