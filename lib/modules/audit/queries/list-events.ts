import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { bounded, COUNTED_TO, cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import { type EventRow, eventCount, eventPage } from '@/lib/platform/db/event-list'
import { AuditEvent, eventFilters, filterOf } from '../event'

export const listEvents = defineQuery({
  name: 'event.list',
  summary: 'List what happened in the organization',
  scope: 'organization',
  permission: 'audit.read',
  input: z.object({ ...eventFilters, descending: z.boolean().default(true), ...pageInput }),
  output: pageOf(AuditEvent),
  async run({ db }, input) {
    const cursor = cursorFrom(input.after, true)
    const filter = filterOf(input)
    const descending = input.descending !== (cursor?.backwards ?? false)
    const rows = await eventPage(db, filter, descending, cursor, input.count + 1)
    const page = paged({ rows, cursor, count: input.count }, placeOf)
    const total = bounded(await eventCount(db, filter, COUNTED_TO + 1))
    return { ...page, rows: page.rows as Stored[], total }
  },
})

const placeOf = ({ id, at }: EventRow) => ({ id, value: at.toISOString() })

/** Columns of JSON hold what the kernel wrote; the output schema parses them. */
type Stored = z.input<typeof AuditEvent>
