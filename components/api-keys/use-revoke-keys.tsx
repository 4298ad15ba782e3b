'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { revokeApiKeysAction } from '@/lib/transport/actions/api-keys'
import { keyReads } from './key-holder'
import { revocationOf } from './revocation'

/** Asks, and revokes these keys; true once they are. */
export function useRevokeKeys() {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const { run } = useCommand(revokeApiKeysAction, {
    organizationId,
    invalidates: keyReads,
  })
  return async (keys: readonly ApiKey[]): Promise<boolean> => {
    let revoked = 0
    const done = await confirm({
      ...revocationOf(keys),
      pendingVerb: 'Revoking…',
      tone: 'destructive',
      action: async () => {
        const answer = await run({ keyIds: keys.map(({ id }) => id) })
        if (answer.ok) {
          revoked = answer.data.outcomes.filter((outcome) => outcome === 'revoked').length
        }
        return answer
      },
    })
    if (!done) return false
    const [only, ...others] = keys
    if (revoked < keys.length) {
      notify.partly(`Revoked ${plural(revoked, 'key')}. The rest had ended before.`)
    } else if (only && others.length === 0) {
      notify.done(
        <>
          Revoked <bdi className="font-medium">{only.name}</bdi>
        </>,
      )
    } else notify.done(`Revoked ${plural(revoked, 'key')}`)
    return true
  }
}
