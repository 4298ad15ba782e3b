import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import type { ReadDb } from '@/lib/platform/db/doors'
import { invitationCounts } from '@/lib/platform/db/invitation-list'
import { withInviter } from '../internal/find-invitation'
import { invitationLimits } from '../internal/settings'
import { Invitation } from '../invitation'
import { invitationFilters, whereInvitations } from '../invitation-filter'

const COUNT_BOUND = 1_000

/** Of each state, whatever the filters; at most the bound. */
const counts = z.object({ pending: z.int(), expired: z.int(), revoked: z.int(), accepted: z.int() })

export const listInvitations = defineQuery({
  name: 'invitation.list',
  summary: 'List invitations by state',
  scope: 'organization',
  permission: 'invitation.list',
  input: z.object({
    ...invitationFilters,
    sort: z.enum(['sent', 'expires', 'email']).default('expires'),
    descending: z.boolean().default(false),
    ...pageInput,
  }),
  output: pageOf(Invitation).extend({ counts, limits: z.object({ maxPending: z.int() }) }),
  async run({ db, now }, { sort, descending, after, count, ...filters }) {
    const { state } = filters
    const cursor = cursorFrom(after, sort !== 'email')
    const where = whereInvitations(filters, now)
    const column = { sent: 'createdAt', expires: 'expiresAt', email: 'email' }[sort] as Column
    const towards = descending !== (cursor?.backwards ?? false) ? 'desc' : 'asc'
    const rows = await db.invitation.findMany({
      where: cursor ? { AND: [where, beyond(column, towards, cursor)] } : where,
      orderBy: [{ [column]: towards }, { id: towards }],
      take: count + 1,
      include: withInviter,
    })
    const page = paged({ rows, cursor, count }, (row) => ({
      id: row.id,
      value: textOf(row[column]),
    }))
    return {
      ...page,
      rows: page.rows.map((row) => ({ ...row, state })),
      total: await bounded(db, where),
      counts: await invitationCounts(db, now, COUNT_BOUND),
      limits: { maxPending: invitationLimits().maxPending },
    }
  },
})

/** Counted to a bound, never further: `take` stops the count. */
async function bounded(db: ReadDb, where: ReturnType<typeof whereInvitations>) {
  const count = await db.invitation.count({ where, take: COUNT_BOUND + 1 })
  return { count: Math.min(count, COUNT_BOUND), more: count > COUNT_BOUND }
}

type Column = 'createdAt' | 'expiresAt' | 'email'
const textOf = (value: Date | string) => (value instanceof Date ? value.toISOString() : value)

function beyond(column: Column, towards: 'asc' | 'desc', cursor: { value: string; id: string }) {
  const than = towards === 'asc' ? 'gt' : 'lt'
  const value = column === 'email' ? cursor.value : new Date(cursor.value)
  return { OR: [{ [column]: { [than]: value } }, { [column]: value, id: { [than]: cursor.id } }] }
}
