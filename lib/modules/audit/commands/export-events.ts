import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { eventFilters } from '../event'

/** Recorded before the first row leaves; the rows themselves are read page by page by `event.list`. */
export const exportEvents = defineCommand({
  name: 'event.export',
  summary: 'Note that the audit log is downloaded',
  scope: 'organization',
  permission: 'audit.export',
  event: 'audit.exported',
  input: z.object({ ...eventFilters, descending: z.boolean().default(true) }),
  output: z.object({}),
  run: async (_, { descending, ...filters }) =>
    changed(
      {},
      {
        subject: { kind: 'list', id: 'audit_log', label: 'Audit log' },
        after: { format: 'json_lines', order: descending ? 'newest' : 'oldest', filters },
      },
    ),
})
