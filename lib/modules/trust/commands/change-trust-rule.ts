import 'server-only'
import { z } from 'zod'
import { isolated } from '@/lib/domain/isolated'
import { expectedVersion, idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { refuseStale } from '@/lib/kernel/stale'
import { noJson } from '@/lib/platform/db/doors'
import { keysAsked, requireGiver } from '../internal/asked-rule'
import { findRule } from '../internal/find-rule'
import { changedFields, ruleFacts, shownRule, TrustRule, trustSubject } from '../trust-rule'

/** Any of a rule, or whether it is on; what is left out stays. */
export const changeTrustRule = defineCommand({
  name: 'trust_rule.change',
  summary: 'Change a trust rule, or switch it on or off',
  scope: 'organization',
  permission: 'trust.change',
  event: 'trust_rule.changed',
  lock: 'organization', // two at once, one after the other
  fresh: true,
  input: z.object({ ruleId: idOf('tr'), ...changedFields, expectedVersion }),
  output: TrustRule,
  async run(context, { ruleId, expectedVersion, jwks, ...given }) {
    const { db } = context
    await requireGiver(context)
    const { membership, ...present } = await findRule(db, ruleId)
    refuseStale(present, expectedVersion, isolated(present.name))
    const { issuer = present.issuer } = given
    // Keys that were pasted are those of their issuer: they never speak for another.
    const kept = issuer === present.issuer ? shownRule(present).jwks : ''
    const data = {
      ...given,
      jwks: keysAsked(issuer, jwks ?? kept) ?? noJson,
      version: { increment: 1 },
    }
    const [row] = await db.trustRule.updateManyAndReturn({ where: { id: ruleId }, data })
    const next = row ?? present
    return changed(shownRule(next), {
      subject: trustSubject(membership),
      before: ruleFacts(present),
      after: ruleFacts(next),
    })
  },
})
