import 'server-only'
import { z } from 'zod'
import { idOf } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { findRule } from '../internal/find-rule'
import { shownRule, TrustRule } from '../trust-rule'

export const getTrustRule = defineQuery({
  name: 'trust_rule.get',
  summary: 'Read one trust rule',
  scope: 'organization',
  permission: 'trust.list',
  input: z.object({ ruleId: idOf('tr') }),
  output: TrustRule,
  run: async ({ db }, { ruleId }) => shownRule(await findRule(db, ruleId)),
})
