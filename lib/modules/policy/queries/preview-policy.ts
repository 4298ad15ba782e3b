import 'server-only'
import { z } from 'zod'
import { idOf, moment, stored } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { keyHolders } from '@/lib/modules/api-keys/api-key-rules'
import { memberCounter } from '@/lib/platform/db/member-list'
import { affectedBy } from '../internal/affected'
import { planPolicyChange } from '../internal/plan-policy-change'
import { PolicyChanges } from '../policy'
import { factorDueAt } from '../policy-rules'

const counted = { count: z.int(), more: z.boolean() }
const people = z.object({
  ...counted,
  first: z.array(z.object({ id: idOf('ide'), name: z.string() })),
})

const key = z.object({
  id: idOf('key'),
  name: z.string(),
  lastSix: z.string(),
  holder: z.object({ id: idOf('ide'), name: z.string(), kind: stored(keyHolders) }),
})

/** Whom other values would affect, for the page to say before Save. */
export const previewPolicy = defineQuery({
  name: 'policy.preview',
  summary: 'Say whom a change of the policy would affect',
  scope: 'organization',
  permission: 'organization.change_policy',
  input: PolicyChanges,
  output: z.object({
    /** Why it would not be saved, by field. */
    denials: z.array(z.object({ field: z.string(), detail: z.string() })),
    people: z.int(),
    withoutFactor: people,
    /** From when on those who were there before get nowhere without a factor; null: it is not required. */
    factorDueAt: moment.nullable(),
    /** Live sessions that would end at once. */
    sessions: z.object({ sessions: z.int(), people: z.int(), own: z.boolean() }),
    /** People who could not sign in any more: what they have would not be allowed. */
    withoutWay: people,
    /** Pending invitations to addresses outside the domains. They stay. */
    outside: z.object({
      ...counted,
      first: z.array(z.object({ id: idOf('orginv'), email: z.string() })),
    }),
    /** Live keys that would end sooner, `atOnce` of them with the change itself; the first that end first, null: at once. */
    keys: z.object({
      count: z.int(),
      atOnce: z.int(),
      first: z.array(key.extend({ endsAt: moment.nullable() })),
    }),
    /** Live keys whose last use came from an address that would be refused. They stay. */
    keysElsewhere: z.object({
      count: z.int(),
      first: z.array(key.extend({ address: z.string() })),
    }),
  }),
  async run(context, changes) {
    const plan = await planPolicyChange(context, changes)
    const affected = await affectedBy(context, plan)
    const counter = await memberCounter(context.db)
    return {
      ...affected,
      denials: plan.denials,
      people: counter.people,
      factorDueAt: factorDueAt(plan.after, new Date(0)),
    }
  },
})
