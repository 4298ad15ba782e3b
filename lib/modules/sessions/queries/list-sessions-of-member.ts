import 'server-only'
import { z } from 'zod'
import { deviceWords } from '@/lib/domain/device-words'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { endOfSession, noPolicy } from '@/lib/modules/policy/policy-rules'
import { policyRow } from '@/lib/platform/db/policy-row'
import { LiveSession } from '../session'

const RECENT = 100

export const listSessionsOfMember = defineQuery({
  name: 'session.list_of_member',
  summary: 'List the live sessions of a member, the last used first',
  scope: 'organization',
  permission: 'session.list',
  input: z.object({ memberId: idOf('ide') }),
  output: z.object({ rows: z.array(LiveSession) }),
  async run({ db, caller, now }, { memberId }) {
    const member = await db.membership.findFirst({ where: { id: memberId } })
    if (!member) throw new Problem('not_found', 'There is no such member in this organization.')
    const rows = await db.session.findMany({
      where: { membershipId: memberId, endedAt: null, expiresAt: { gt: now } },
      orderBy: [{ lastActiveAt: 'desc' }, { id: 'desc' }],
      take: RECENT,
    })
    const own = caller.kind === 'session' ? caller.sessionId : null
    const lengths = (await policyRow(db)) ?? noPolicy
    return {
      rows: rows.flatMap(({ userAgent, ...row }) => {
        const current = row.id === own
        const expiresAt = current ? row.expiresAt : endOfSession(row, lengths)
        if (expiresAt <= now) return []
        return [{ ...row, expiresAt, device: deviceWords(userAgent), current }]
      }),
    }
  },
})
