import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import type { InputOf } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { exportEvents } from '@/lib/modules/audit/commands/export-events'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import type { Download } from './download'
import { wireEvent } from './routes/audit-event-wire'

const AT_ONCE = 1_000 // rows

/** The audit log as JSON lines, with the filters of the list. */
export const auditLogDownload: Download = {
  contentType: 'application/x-ndjson; charset=utf-8',
  fileName: (now) => `audit-log-${now.toISOString().slice(0, 10)}.jsonl`,
  async open(caller, input) {
    await execute(exportEvents, caller, input as InputOf<typeof exportEvents>)
    return linesOf(caller, input as InputOf<typeof listEvents>)
  },
}

/** Each page is decided anew: whoever is no owner any more gets no further rows. */
async function* linesOf(caller: SessionCaller, input: InputOf<typeof listEvents>) {
  let after: string | undefined
  do {
    const page = await execute(listEvents, caller, { ...input, count: AT_ONCE, after })
    yield page.rows.map((event) => `${JSON.stringify(wireEvent(event))}\n`).join('')
    after = page.next ?? undefined
  } while (after)
}
