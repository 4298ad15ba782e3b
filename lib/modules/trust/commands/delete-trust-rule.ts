import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { findRule } from '../internal/find-rule'
import { ruleFacts, trustSubject } from '../trust-rule'

/** Tokens that it gave end with it, at the next request. */
export const deleteTrustRule = defineCommand({
  name: 'trust_rule.delete',
  summary: 'Delete a trust rule, and end the tokens that it gave',
  scope: 'organization',
  permission: 'trust.change',
  event: 'trust_rule.deleted',
  lock: 'organization', // two at once delete once
  fresh: true,
  input: z.object({ ruleId: idOf('tr') }),
  output: z.object({ id: idOf('tr') }),
  async run({ db }, { ruleId }) {
    const { membership, ...rule } = await findRule(db, ruleId)
    await db.trustRule.deleteMany({ where: { id: ruleId } })
    return changed({ id: ruleId }, { subject: trustSubject(membership), before: ruleFacts(rule) })
  },
})
