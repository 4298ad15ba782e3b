import 'server-only'
import { z } from 'zod'
import { escapeLike } from '@/lib/domain/fold'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import type { ReadDb } from '@/lib/platform/db/doors'
import { withInviter } from '../internal/find-invitation'
import { invitationLimits } from '../internal/settings'
import { Invitation, type InvitationState, invitationStates } from '../invitation'

const counts = z.object({ pending: z.int(), expired: z.int(), revoked: z.int(), accepted: z.int() })

export const listInvitations = defineQuery({
  name: 'invitation.list',
  summary: 'List invitations by state',
  scope: 'organization',
  permission: 'invitation.list',
  input: z.object({
    state: z.enum(invitationStates).default('pending'),
    search: z.string().max(400).optional().describe('Part of an email address.'),
    email: z.string().max(400).optional().describe('An email address, whole.'),
    invitedById: idOf('ide').optional(),
    sort: z.enum(['sent', 'expires', 'email']).default('expires'),
    descending: z.boolean().default(false),
    ...pageInput,
  }),
  output: pageOf(Invitation).extend({ counts, limits: z.object({ maxPending: z.int() }) }),
  async run({ db, now }, { state, search, email, invitedById, sort, descending, after, count }) {
    const cursor = cursorFrom(after, sort !== 'email')
    const where = {
      ...whereState(state, now),
      // Prisma hands `contains` to LIKE as it is.
      ...(search && { email: { contains: escapeLike(search.toLowerCase()) } }),
      ...(email && { email: email.toLowerCase() }),
      ...(invitedById && { invitedById }),
    }
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
      total: { count: await db.invitation.count({ where }), more: false },
      counts: await countStates(db, now),
      limits: { maxPending: invitationLimits().maxPending },
    }
  },
})

type Column = 'createdAt' | 'expiresAt' | 'email'
const textOf = (value: Date | string) => (value instanceof Date ? value.toISOString() : value)

function whereState(state: InvitationState, now: Date) {
  const open = { acceptedAt: null, revokedAt: null }
  return {
    pending: { ...open, expiresAt: { gt: now } },
    expired: { ...open, expiresAt: { lte: now } },
    revoked: { revokedAt: { not: null } },
    accepted: { acceptedAt: { not: null } },
  }[state]
}

function beyond(column: Column, towards: 'asc' | 'desc', cursor: { value: string; id: string }) {
  const than = towards === 'asc' ? 'gt' : 'lt'
  const value = column === 'email' ? cursor.value : new Date(cursor.value)
  return { OR: [{ [column]: { [than]: value } }, { [column]: value, id: { [than]: cursor.id } }] }
}

async function countStates(db: ReadDb, now: Date) {
  const count = (state: InvitationState) => db.invitation.count({ where: whereState(state, now) })
  return {
    pending: await count('pending'),
    expired: await count('expired'),
    revoked: await count('revoked'),
    accepted: await count('accepted'),
  }
}
