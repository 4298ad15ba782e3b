import 'server-only'
import { expectedVersion } from '@/lib/domain/schemas'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { refuseStale } from '@/lib/kernel/stale'
import { organizationRow } from '@/lib/platform/db/organization-row'
import { endSessions, noteInUse, writePolicy } from '@/lib/platform/db/policy-row'
import { endKeys } from '../internal/end-keys'
import { planPolicyChange } from '../internal/plan-policy-change'
import { Policy, PolicyChanges } from '../policy'
import { newKeyLimits } from '../policy-rules'

/** What the owners demand from now on. Sessions and keys that are over by it end now; keys that live longer end sooner. */
export const changePolicy = defineCommand({
  name: 'policy.change',
  summary: 'Change what owners demand of the people of the organization',
  scope: 'organization',
  permission: 'organization.change_policy',
  event: 'organization.policy_changed',
  lock: 'organization',
  fresh: true,
  input: PolicyChanges.extend({ expectedVersion }),
  output: Policy,
  async run(context, { expectedVersion, ...changes }) {
    const { db, caller, now } = context
    const { before, after, fields, denials } = await planPolicyChange(context, changes)
    if (fields.length === 0) return unchanged(before)
    refuseStale(before, expectedVersion, 'The policy')
    if (denials.length > 0) {
      throw invalidInput(denials.map(({ field, detail }) => ({ pointer: `#/${field}`, detail })))
    }
    await writePolicy(db, after)
    if (caller.kind === 'session') await noteInUse(db, caller.sessionId, now)
    const sessions = await endSessions(db, before, after, now)
    const keys = await endKeys(db, newKeyLimits(fields, after), now)
    const { id, name } = await organizationRow(db)
    const only = (policy: typeof after) =>
      Object.fromEntries(fields.map((field) => [field, policy[field]]))
    return changed(after, {
      subject: { kind: 'organization', id, label: name },
      before: only(before),
      after: { ...only(after), ...(sessions > 0 && { sessions }), ...keys },
    })
  },
})
