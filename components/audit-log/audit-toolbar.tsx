'use client'
import type { FilterPart } from '@/components/data-table/filter-part'
import { FilterSingle } from '@/components/data-table/filter-single'
import { FilterTime, recentPresets } from '@/components/data-table/filter-time'
import { Filters } from '@/components/data-table/filters'
import { TableOptions } from '@/components/data-table/table-options'
import type { TableViewOptions } from '@/components/data-table/use-table-view'
import { Toolbar } from '@/components/layout/page'
import { type IdFilter, isFiltered } from './audit-list'
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
  const choose = (key: IdFilter) => (id: string | null) => set({ [key]: id, after: null })
  const parts: FilterPart[] = [
    {
      id: 'time',
      label: 'Time',
      set: state.time !== null,
      node: (
        <FilterTime
          label="Time"
          presets={recentPresets}
          value={state.time}
          onValueChange={(time) => set({ time, after: null })}
        />
      ),
    },
    {
      id: 'actor',
      label: 'Actor',
      set: state.actor !== null,
      node: <PersonFilter label="Actor" words={actor} withSystem onChange={choose('actor')} />,
    },
    {
      id: 'event',
      label: 'Event',
      set: state.events.length > 0,
      node: (
        <EventFilter
          values={state.events}
          onChange={(next) => set({ events: next, after: null })}
        />
      ),
    },
    {
      id: 'subject',
      label: 'Subject',
      set: state.subject !== null,
      node: <PersonFilter label="Subject" words={subject} onChange={choose('subject')} />,
    },
    {
      id: 'result',
      label: 'Result',
      set: state.result !== null,
      node: (
        <FilterSingle
          label="Result"
          options={results}
          value={state.result}
          onValueChange={(result) => set({ result, after: null })}
        />
      ),
    },
    ...(['about', 'via', 'request', 'operation'] as const).flatMap((key): FilterPart[] => {
      const id = state[key]
      if (!id) return []
      const words = key === 'about' ? (about ?? id) : id
      const chip = (
        <IdChip key={key} label={labels[key]} words={words} onClear={() => choose(key)(null)} />
      )
      return [{ id: key, label: labels[key], set: true, node: chip }]
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
