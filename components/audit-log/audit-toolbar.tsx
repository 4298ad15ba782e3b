'use client'
import type { FilterPart } from '@/components/data-table/filter-part'
import { filterParts } from '@/components/data-table/filter-parts'
import { FilterTime, recentPresets } from '@/components/data-table/filter-time'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { type AuditListState, type IdFilter, isFiltered } from './audit-list'
import { EventFilter } from './event-filter'
import { IdChip } from './id-chip'
import { useIdName } from './id-names'
import { PersonFilter } from './person-filter'
import type { Events } from './use-events'

const results = [
  { value: 'done', label: 'Done' },
  { value: 'denied', label: 'Denied' },
] as const

/** Filters, kept in the URL. Whatever changes, the log begins at its first page. */
export function AuditToolbar({ events, view }: { events: Events; view: TableViewOptions }) {
  const { state, set, page, clear } = events
  const rows = page.isPlaceholderData ? undefined : page.data?.rows
  const actor = useIdName(state.actor, rows)
  const subject = useIdName(state.subject, rows)
  const about = useIdName(state.about, rows)
  const change = (next: Partial<AuditListState>) => set({ ...next, after: null })
  const choose = (key: IdFilter) => (id: string | null) => change({ [key]: id })
  const { part, one } = filterParts(state, change)
  const parts: FilterPart[] = [
    part(
      'time',
      'Time',
      <FilterTime
        label="Time"
        presets={recentPresets}
        value={state.time}
        onValueChange={(time) => change({ time })}
      />,
    ),
    part(
      'actor',
      'Actor',
      <PersonFilter label="Actor" words={actor} withSystem onChange={choose('actor')} />,
    ),
    part(
      'events',
      'Event',
      <EventFilter values={state.events} onChange={(events) => change({ events })} />,
    ),
    part(
      'subject',
      'Subject',
      <PersonFilter label="Subject" words={subject} onChange={choose('subject')} />,
    ),
    one('result', 'Result', results),
    ...(['about', 'via', 'request', 'operation'] as const).flatMap((key): FilterPart[] => {
      const id = state[key]
      if (!id) return []
      const [label, words] = [labels[key], key === 'about' ? (about ?? id) : id]
      return [
        part(key, label, <IdChip label={label} words={words} onClear={() => choose(key)(null)} />),
      ]
    }),
  ]
  return (
    <Toolbar end={<TableOptions view={view} />}>
      <Filters parts={parts} active={isFiltered(state)} onClear={clear} />
    </Toolbar>
  )
}

const labels = {
  about: 'About',
  via: 'Session or key',
  request: 'Request',
  operation: 'Operation',
} as const
