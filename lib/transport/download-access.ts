import 'server-only'
import { byteOrderMark, csvLine } from '@/lib/domain/csv'
import type { SessionCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import type { Download } from './download'

const PAGE = 1_000
type Page<Row> = { rows: Row[]; next: string | null }

/** Each page is decided anew: whoever may not ask any more gets no further rows. The first is read before anything is sent. */
async function pages<Row>(
  read: (after?: string) => Promise<Page<Row>>,
  head: readonly string[],
  cells: (row: Row) => readonly string[],
): Promise<AsyncIterable<string>> {
  const first = await read()
  async function* lines() {
    yield byteOrderMark + csvLine(head)
    for (let page = first; ; page = await read(page.next ?? undefined)) {
      yield page.rows.map((row) => csvLine(cells(row))).join('')
      if (!page.next) return
    }
  }
  return lines()
}

const file = (name: string, open: Download['open']): Download => ({
  contentType: 'text/csv; charset=utf-8',
  fileName: (now) => `${name}-${now.toISOString().slice(0, 10)}.csv`,
  open,
})
const asked = (input: unknown, after?: string) => ({
  ...(input as object),
  after,
  count: PAGE,
})

/** Who may do something at a place, as the list shows it. */
export const whoCanDownload = file('who-can', (caller: SessionCaller, input) =>
  pages(
    (after) => execute(whoCan, caller, { ...asked(input, after), counts: false } as never),
    [
      'name',
      'email',
      'kind',
      'organization_role',
      'role',
      'origins',
      'ends',
      'user_id',
      'identity_id',
    ],
    ({ member, tier, origins, endsAt }) => [
      member.name,
      member.email,
      member.kind,
      member.role,
      tier ?? '',
      origins.join(' '),
      endsAt ?? '',
      member.userId,
      member.id,
    ],
  ),
)

/** Where somebody may do something. */
export const whatCanDownload = file('what-can', (caller: SessionCaller, input) =>
  pages(
    (after) => execute(whatCan, caller, asked(input, after) as never),
    ['cloud', 'project', 'role', 'origins', 'ends', 'cloud_id', 'project_id'],
    ({ cloud, project, tier, origins, endsAt }) => [
      cloud.name,
      project?.name ?? '',
      tier ?? '',
      origins.join(' '),
      endsAt ?? '',
      cloud.id,
      project?.id ?? '',
    ],
  ),
)
