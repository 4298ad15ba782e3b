import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/kernel/define'
import { bounded, COUNTED_TO, cursorFrom, paged, pageInput, pageOf } from '@/lib/kernel/page'
import {
  type InvitationRow,
  type InvitationSort,
  invitationCount,
  invitationCounts,
  invitationPage,
} from '@/lib/platform/db/invitation-list'
import { invitationLimits } from '../internal/settings'
import { Invitation } from '../invitation'
import { filterFrom, invitationFilters } from '../invitation-filter'

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
    const filter = filterFrom(filters, now)
    const order = { sort, descending: descending !== (cursor?.backwards ?? false) }
    const rows = await invitationPage(db, filter, order, cursor, count + 1)
    const page = paged({ rows, cursor, count }, (row) => ({
      id: row.id,
      value: placeOf[sort](row),
    }))
    return {
      ...page,
      rows: page.rows.map(({ inviter: name, invitedById: id, ...row }) => ({
        ...row,
        state,
        invitedBy: { id, name },
      })) as z.input<typeof Invitation>[],
      total: bounded(await invitationCount(db, filter, COUNTED_TO + 1)),
      counts: await invitationCounts(db, now, COUNTED_TO),
      limits: { maxPending: invitationLimits().maxPending },
    }
  },
})

const placeOf: Record<InvitationSort, (row: InvitationRow) => string> = {
  sent: ({ createdAt }) => createdAt.toISOString(),
  expires: ({ expiresAt }) => expiresAt.toISOString(),
  email: ({ email }) => email,
}
