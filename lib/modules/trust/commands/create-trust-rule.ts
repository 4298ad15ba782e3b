import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { noJson } from '@/lib/platform/db/doors'
import { keysAsked, requireGiver } from '../internal/asked-rule'
import { findAccount } from '../trust-account'
import { ruleFacts, ruleFields, shownRule, TrustRule, trustSubject } from '../trust-rule'

const MOST = 50

/** From now on, whom the rule names acts as the account. */
export const createTrustRule = defineCommand({
  name: 'trust_rule.create',
  summary: 'Let workloads of another issuer act as a service account',
  scope: 'organization',
  permission: 'trust.change',
  event: 'trust_rule.created',
  lock: 'organization', // at most so many
  fresh: true,
  input: z.object({ accountId: idOf('ide'), ...ruleFields }),
  output: TrustRule,
  async run(context, { accountId, jwks, ...given }) {
    const { db, self, now } = context
    await requireGiver(context)
    const account = await findAccount(db, accountId)
    const keys = keysAsked(given.issuer, jwks)
    const count = await db.trustRule.count({ where: { membershipId: account.id } })
    if (count >= MOST) throw new Problem('conflict', `An account has at most ${MOST} trust rules.`)
    const row = await db.trustRule.create({
      data: {
        ...given,
        ...{ id: newId('tr'), membershipId: account.id, createdById: self.id, createdAt: now },
        jwks: keys ?? noJson,
      },
    })
    return changed(shownRule(row), { subject: trustSubject(account), after: ruleFacts(row) })
  },
})
