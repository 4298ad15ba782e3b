import 'server-only'
import type { MemberCaller } from '@/lib/kernel/caller'
import { isInRanges } from '@/lib/platform/address-ranges'
import type { ReadDb, WriteDb } from '@/lib/platform/db/doors'
import { keysTooLong } from '@/lib/platform/db/key-policy'
import { membersWithoutWay } from '@/lib/platform/db/policy-row'
import type { PolicyChanges } from '../policy'
import {
  changedFields,
  factorDueAt,
  newKeyLimits,
  ownFactorDenial,
  ownKeyDenial,
  ownWayDenial,
  type PolicyDenial,
  type PolicyField,
} from '../policy-rules'
import { presentPolicy, type StoredPolicy, usableWays } from './present-policy'

export type PlanContext = {
  db: ReadDb | WriteDb
  self: { id: string }
  caller: MemberCaller
  now: Date
}
export type PolicyPlan = {
  before: StoredPolicy
  after: StoredPolicy
  fields: PolicyField[]
  denials: PolicyDenial[]
}

/** What a change of policy would make of it, and why it may not be. The preview shows it, the command does it. */
export async function planPolicyChange(
  context: PlanContext,
  changes: PolicyChanges,
): Promise<PolicyPlan> {
  const before = await presentPolicy(context.db)
  const values = { ...before, ...changes }
  const fields = changedFields(before, values)
  const secondFactorSince = sinceOf(before, values, context.now)
  const after = { ...values, secondFactorSince, version: before.version + 1 }
  const denials = [
    fields.includes('signInMethods') ? await ownWay(context, before, after) : null,
    fields.some((field) => field.startsWith('secondFactor'))
      ? await ownFactor(context, before, after)
      : null,
    await ownKey(context, fields, after),
  ]
  return { before, after, fields, denials: denials.filter((denial) => denial !== null) }
}

/** A key that asks stays let in itself. A session is bound by neither. */
async function ownKey(
  { db, caller, now }: PlanContext,
  fields: readonly PolicyField[],
  after: StoredPolicy,
) {
  if (caller.kind !== 'key') return null
  const limits = newKeyLimits(fields, after)
  return ownKeyDenial(fields, {
    ends: limits !== null && (await keysTooLong(db, limits, now, caller.keyId)).own,
    elsewhere: fields.includes('keyRanges') && !isInRanges(after.keyRanges, caller.origin.address),
  })
}

/** The grace begins anew each time that the factor comes to be required. */
function sinceOf(
  before: StoredPolicy,
  after: Pick<StoredPolicy, 'secondFactorRequired'>,
  now: Date,
) {
  if (!after.secondFactorRequired) return null
  return before.secondFactorRequired ? before.secondFactorSince : now
}

async function ownWay({ db, self }: PlanContext, before: StoredPolicy, after: StoredPolicy) {
  const asked = { only: self.id, limit: 1 }
  const lost = await membersWithoutWay(db, usableWays(before), usableWays(after), asked)
  return ownWayDenial(lost.length > 0)
}

async function ownFactor(
  { db, self, now }: PlanContext,
  before: StoredPolicy,
  after: StoredPolicy,
) {
  const { membership } = db as ReadDb
  const own = await membership.findFirstOrThrow({ where: { id: self.id } })
  return ownFactorDenial({
    factor: own.secondFactor,
    dueAt: factorDueAt(after, own.createdAt),
    newly: !before.secondFactorRequired,
    now,
  })
}
