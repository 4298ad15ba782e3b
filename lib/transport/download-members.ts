import 'server-only'
import type { z } from 'zod'
import { byteOrderMark } from '@/lib/domain/csv'
import type { SessionCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { exportMembers } from '@/lib/modules/members/commands/export-members'
import { headerLine, memberLine } from '@/lib/modules/members/member-csv'
import { readExportPage } from '@/lib/modules/members/queries/read-export-page'
import type { Download } from './download'

type Asked = z.output<typeof exportMembers.input>

/** People as CSV (RFC 4180), with the selection of the list. */
export const membersDownload: Download = {
  contentType: 'text/csv; charset=utf-8',
  fileName: (now) => `people-${now.toISOString().slice(0, 10)}.csv`,
  async open(caller, input) {
    await execute(exportMembers, caller, input)
    return linesOf(caller, exportMembers.input.parse(input))
  },
}

/** Each page is decided anew: whoever is no owner any more gets no further rows. */
async function* linesOf(caller: SessionCaller, { selection, columns }: Asked) {
  let after: string | undefined
  let head = byteOrderMark + headerLine(columns)
  do {
    const page = await execute(readExportPage, caller, { selection, after })
    yield head + page.rows.map((member) => memberLine(member, columns)).join('')
    head = ''
    after = page.next ?? undefined
  } while (after)
}
