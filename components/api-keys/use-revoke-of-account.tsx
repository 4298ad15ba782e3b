'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { revokeApiKeysOfAccountAction } from '@/lib/transport/actions/api-keys'
import { revokeApiKeyOfMemberAction } from '@/lib/transport/actions/credentials'
import { type AccountHolder, keyReads } from './key-holder'
import { revocationOf } from './revocation'

/** Asks, and revokes one key of a service account, or all of them. */
export function useRevokeOfAccount(account: AccountHolder) {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const options = { organizationId, invalidates: [...keyReads, 'event.list'] }
  const one = useCommand(revokeApiKeyOfMemberAction, options)
  const all = useCommand(revokeApiKeysOfAccountAction, options)
  return {
    async one(apiKey: ApiKey) {
      const done = await confirm({
        ...revocationOf([apiKey]),
        pendingVerb: 'Revoking…',
        tone: 'destructive',
        action: () => one.run({ keyId: apiKey.id }),
      })
      if (!done) return
      notify.done(
        <>
          Revoked <bdi className="font-medium">{apiKey.name}</bdi>
        </>,
      )
    },
    async all() {
      let revoked = 0
      const done = await confirm({
        title: `Revoke all keys of ${isolated(account.name)}?`,
        groups: [
          {
            kind: 'ends',
            body: 'Every key of it is refused from the next request on, and can’t be brought back.',
          },
          { kind: 'breaks', body: 'Every program that still sends one of them.' },
          { kind: 'stays', body: 'The account and its roles. New keys can be made at any time.' },
        ],
        verb: 'Revoke all keys',
        pendingVerb: 'Revoking…',
        tone: 'destructive',
        action: async () => {
          const answer = await all.run({ accountId: account.id })
          if (answer.ok) revoked = answer.data.revoked
          return answer
        },
      })
      if (done) notify.done(`Revoked ${plural(revoked, 'key')}`)
    },
  }
}
