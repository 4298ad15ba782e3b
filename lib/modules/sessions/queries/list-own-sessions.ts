import 'server-only'
import { z } from 'zod'
import { deviceWords } from '@/lib/domain/device-words'
import { idOf } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { defineQuery } from '@/lib/kernel/define'
import { endOfSession, noPolicy } from '@/lib/modules/policy/policy-rules'
import { LiveSession } from '../session'

const RECENT = 100

export const listOwnSessions = defineQuery({
  name: 'session.list_own',
  summary: 'List one’s own live sessions, in every organization, the last used first',
  scope: 'person',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      LiveSession.extend({ organization: z.object({ id: idOf('org'), name: z.string() }) }),
    ),
  }),
  async run({ db, caller, now }) {
    await readSelf(db, caller)
    const rows = await db.session.findMany({
      where: {
        personId: caller.personId,
        endedAt: null,
        expiresAt: { gt: now },
      },
      orderBy: [{ lastActiveAt: 'desc' }, { id: 'desc' }],
      take: RECENT,
    })
    // Not by a join: the planner would read the memberships of everybody for it.
    const members = await db.membership.findMany({
      where: { personId: caller.personId, endedAt: null },
      select: { id: true },
    })
    const present = new Set(members.map(({ id }) => id))
    const ids = [...new Set(rows.map(({ organizationId }) => organizationId))]
    const organizations = await db.organization.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true },
    })
    const policies = await db.organizationPolicy.findMany({
      where: { organizationId: { in: ids } },
    })
    const lengths = new Map(policies.map((policy) => [policy.organizationId, policy]))
    const named = new Map(organizations.map((organization) => [organization.id, organization]))
    return {
      rows: rows.flatMap(({ userAgent, organizationId, ...row }) => {
        const organization = named.get(organizationId)
        if (!organization || !present.has(row.membershipId)) return []
        const current = row.id === caller.sessionId
        const end = endOfSession(row, lengths.get(organizationId) ?? noPolicy)
        const expiresAt = current ? row.expiresAt : end
        if (expiresAt <= now) return []
        return [{ ...row, expiresAt, device: deviceWords(userAgent), organization, current }]
      }),
    }
  },
})
