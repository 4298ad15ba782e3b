'use client'
import { useDenial, useViewer } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { useSelection } from '@/components/data-table/use-selection'
import { useTableView } from '@/components/data-table/use-table-view'
import { useGo } from '@/components/layout/use-go'
import { memberHref } from '@/components/members/member-href'
import { MenuEntries } from '@/components/menu/menu-entries'
import { lazily } from '@/components/ui/lazily'
import { problemOf } from '@/lib/client/problem-error'
import { accessActions } from './access-actions'
import { AccessAvatar, accessColumns, useInheritedName } from './access-columns'
import { AccessDialogs } from './access-dialogs'
import { AccessEmpty } from './access-empty'
import { AccessToolbar } from './access-toolbar'
import { type AccessRow, accessRowId, isInherited } from './binding-shapes'
import { inheritedEntries } from './inherited-entries'
import { grantDenial, type Place } from './place'
import { PlaceProvider } from './place-context'
import { useAccess } from './use-access'
import { useAccessDialogs } from './use-access-dialogs'

const BindingsBulk = lazily(() => import('./bindings-bulk').then((m) => m.BindingsBulk), {
  soon: true,
  patient: true,
})

/** Who has access to a cloud or a project, and by what: the list of both Access tabs. */
export const AccessTab = ({ place }: { place: Place }) => (
  <PlaceProvider place={place}>
    <AccessList place={place} />
  </PlaceProvider>
)

function AccessList({ place }: { place: Place }) {
  const { identityId } = useViewer()
  const usersDenial = useDenial()('member.list')
  const go = useGo()
  const access = useAccess(place)
  const { data, error, isPlaceholderData } = access.page
  const columns = accessColumns[place.kind]
  const view = useTableView(`access-${place.kind}`, columns)
  const inheritedName = useInheritedName()
  const { show } = useAccessDialogs()
  const mayGrant = grantDenial(place) === null
  const selection = useSelection<AccessRow>({
    rows: access.rows,
    getRowId: accessRowId,
    filter: access.state,
  })
  const open = (row: AccessRow) => {
    if (!isInherited(row)) return go(memberHref(row.member))
    return go(row.inherited === 'owners' ? '/users?role=owner' : `/clouds/${cloudOf(place)}/access`)
  }
  const actions = accessActions(place, identityId, {
    open,
    term: (id) => show({ term: id }),
    end: (id) => show({ end: id }),
  })
  return (
    <>
      <AccessToolbar place={place} access={access} view={view} />
      <DataTable
        caption="Access"
        columns={columns}
        rows={access.rows}
        getRowId={accessRowId}
        rowLabel={(row) => (isInherited(row) ? inheritedName(row) : row.member.name)}
        isLocked={isInherited}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={access.retry}
        rowMenu={(row) =>
          isInherited(row) ? (
            <MenuEntries actions={inheritedEntries(place, open, usersDenial)} row={row} />
          ) : (
            <MenuEntries actions={actions} row={row} />
          )
        }
        onOpen={usersDenial ? undefined : open}
        selection={mayGrant ? selection.selection : undefined}
        bulk={mayGrant && <BindingsBulk place={place} selection={selection} />}
        view={view}
        leading={(row) => <AccessAvatar row={row} size={32} />}
        pager={access.pager}
        empty={
          <AccessEmpty
            place={place}
            state={access.state}
            onGrant={() => show({ grant: '1' })}
            onClear={access.clear}
            onFirstPage={access.firstPage}
          />
        }
      />
      <AccessDialogs place={place} rows={data?.rows} />
    </>
  )
}

const cloudOf = (place: Place) => (place.kind === 'cloud' ? place.id : place.cloud.id)
