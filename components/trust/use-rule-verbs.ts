import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import type { ClientKey, TrustRule } from '@/lib/modules/trust/trust-rule'
import {
  changeTrustRuleAction,
  deleteTrustRuleAction,
  removeClientKeyAction,
  revokeTokensOfAccountAction,
} from '@/lib/transport/actions/trust'
import { type Account, trustReads } from './trust-queries'

/** What is done with a rule without a form. */
export function useRuleVerbs() {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const options = { organizationId, invalidates: trustReads }
  const change = useCommand(changeTrustRuleAction, options)
  const remove = useCommand(deleteTrustRuleAction, options)
  return {
    async turn({ id: ruleId, version: expectedVersion, enabled, ...rule }: TrustRule) {
      const { name, issuer, audience, subject, claims, jwks, seconds } = rule
      const same = { name, issuer, audience, subject, claims, jwks, seconds }
      const asked = { ruleId, expectedVersion, ...same, enabled: !enabled }
      const answer = await change.run(asked)
      if (answer.ok) notify.done(`Switched ${enabled ? 'off' : 'on'}: ${isolated(name)}`)
      else notify.problem(answer.problem)
    },
    async remove({ id: ruleId, name }: TrustRule) {
      const done = await confirm({
        title: `Delete the trust rule ${isolated(name)}?`,
        groups: [
          { kind: 'ends', body: 'Access tokens that it gave, at their next request.' },
          { kind: 'breaks', body: 'Every workload that signs in by it.' },
          { kind: 'stays', body: 'The account, its roles, its keys and its other rules.' },
        ],
        verb: 'Delete rule',
        pendingVerb: 'Deleting…',
        tone: 'destructive',
        action: () => remove.run({ ruleId }),
      })
      if (done) notify.done(`Deleted ${isolated(name)}`)
    },
  }
}

/** What is done with the public keys and tokens of an account. */
export function useClientVerbs(account: Account) {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const options = { organizationId, invalidates: trustReads }
  const remove = useCommand(removeClientKeyAction, options)
  const end = useCommand(revokeTokensOfAccountAction, options)
  return {
    async removeKey({ id: keyId, name }: ClientKey) {
      const done = await confirm({
        title: `Remove the public key ${isolated(name)}?`,
        groups: [
          { kind: 'ends', body: 'Access tokens that were got with it, at their next request.' },
          { kind: 'breaks', body: 'Every program that proves itself with its private half.' },
        ],
        verb: 'Remove key',
        pendingVerb: 'Removing…',
        tone: 'destructive',
        action: () => remove.run({ keyId }),
      })
      if (done) notify.done(`Removed ${isolated(name)}`)
    },
    async endTokens() {
      const done = await confirm({
        title: `End all access tokens of ${isolated(account.name)}?`,
        groups: [
          { kind: 'ends', body: 'Every access token of it is refused from its next request on.' },
          { kind: 'stays', body: 'Keys, public keys and trust rules: new tokens can be got.' },
        ],
        verb: 'End all tokens',
        pendingVerb: 'Ending…',
        tone: 'destructive',
        action: () => end.run({ accountId: account.id }),
      })
      if (done) notify.done('Ended all access tokens')
    },
  }
}
