import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged } from '@/lib/kernel/page'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import { memberPage } from '@/lib/platform/db/member-list'
import { Member } from '../member'
import { filterOfSelection, memberSelection } from '../member-filter'

const AT_ONCE = 1_000 // rows

/** The next rows of a download. In the order of joining, which nobody can change: a new name moves no row past it. */
export const readExportPage = defineQuery({
  name: 'member.export_page',
  summary: 'Read the next rows of a download of people',
  scope: 'organization',
  permission: 'member.export',
  input: z.object({ selection: memberSelection, after: z.string().max(2_000).optional() }),
  output: z.object({ rows: z.array(Member), next: z.string().nullable() }),
  async run({ db, caller }, { selection, after }) {
    if (caller.kind === 'session') await stillSignedIn(db, caller.sessionId)
    const cursor = cursorFrom(after, true)
    const order = { sort: 'joined', descending: false } as const
    const found = await memberPage(db, filterOfSelection(selection), order, cursor, AT_ONCE + 1)
    const { rows, next } = paged({ rows: found, cursor, count: AT_ONCE }, (row) => ({
      id: row.id,
      value: row.createdAt.toISOString(),
    }))
    return { rows, next }
  },
})

/** A download is one request, and long: whoever is signed out meanwhile gets no further page. */
async function stillSignedIn(db: ReadDb, id: string) {
  const open = { id, endedAt: null, expiresAt: { gt: new Date() } }
  if (await db.session.findFirst({ where: open, select: { id: true } })) return
  throw new Problem('unauthenticated', 'Your sign-in has ended.')
}
