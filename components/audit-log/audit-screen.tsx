'use client'
import { useDenial } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { useTableView } from '@/components/data-table/use-table-view'
import { DownloadButton } from '@/components/export/download-button'
import { PageHeader } from '@/components/layout/page'
import { useDrawer } from '@/components/layout/use-drawer'
import { problemOf } from '@/lib/client/problem-error'
import { AuditEmpty } from './audit-empty'
import { auditFilters, auditListCall } from './audit-list'
import { AuditToolbar } from './audit-toolbar'
import { ActorAvatar, eventColumns } from './event-columns'
import { EventDrawer } from './event-drawer'
import { NewEvents } from './new-events'

import { useEvents } from './use-events'

/** /audit-log: what happened in the organization, for its owners. */
export function AuditScreen() {
  const events = useEvents()
  const { data, error, isPlaceholderData } = events.page
  const view = useTableView('audit-log', eventColumns)
  const drawer = useDrawer('event')
  const denial = useDenial()
  return (
    <>
      <PageHeader
        title="Audit log"
        api={auditListCall(events.state)}
        actions={
          <DownloadButton
            name="audit-log"
            words="Download JSON lines"
            input={auditFilters(events.state)}
            disabledReason={denial('audit.export')}
          />
        }
      />
      <AuditToolbar events={events} view={view} />
      <NewEvents events={events} />
      <DataTable
        caption="Audit log"
        columns={eventColumns}
        rows={data?.rows}
        getRowId={({ id }) => id}
        rowLabel={({ event, actor }) => `${event} by ${actor.name}`}
        sort={{ column: 'time', direction: events.state.sort === '-time' ? 'desc' : 'asc' }}
        onSort={events.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={events.retry}
        onOpen={({ id }) => drawer.open(id)}
        leading={(event) => <ActorAvatar event={event} size={32} />}
        view={view}
        pager={events.pager}
        empty={
          <AuditEmpty state={events.state} onClear={events.clear} onFirstPage={events.firstPage} />
        }
      />
      {drawer.id && (
        <EventDrawer
          eventId={drawer.id}
          rows={isPlaceholderData ? [] : (data?.rows ?? [])}
          onGo={drawer.open}
          onClose={drawer.close}
        />
      )}
    </>
  )
}
