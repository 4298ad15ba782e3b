'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import type { KeyOfOrganization } from '@/lib/modules/api-keys/api-key'
import { revokeApiKeysOfMembersAction } from '@/lib/transport/actions/api-keys'
import { keyReads } from '../key-holder'
import { consequencesOf } from '../revocation'

type Ending = Pick<KeyOfOrganization, 'id' | 'name' | 'lastSix' | 'lastUsedAt'> & {
  holder: Pick<KeyOfOrganization['holder'], 'id' | 'name'>
}

/** Asks, and revokes these keys, whosever they are; true once they are. */
export function useRevokeOfEverybody() {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const { run } = useCommand(revokeApiKeysOfMembersAction, {
    organizationId,
    invalidates: [...keyReads, 'api_key.find', 'event.list'],
  })
  return async (keys: readonly Ending[]): Promise<boolean> => {
    const [only] = keys
    if (!only) return false
    let revoked = 0
    const done = await confirm({
      title:
        keys.length === 1
          ? `Revoke ${isolated(only.name)} of ${isolated(only.holder.name)}?`
          : `Revoke ${plural(keys.length, 'key')} of ${plural(holdersOf(keys), 'holder')}?`,
      verb: keys.length === 1 ? 'Revoke key' : `Revoke ${plural(keys.length, 'key')}`,
      groups: consequencesOf(
        keys,
        () => 'Their holders, with their roles and other keys. They can make new ones.',
      ),
      pendingVerb: 'Revoking…',
      tone: 'destructive',
      action: async () => {
        const answer = await run({ keyIds: keys.map(({ id }) => id) })
        if (answer.ok)
          revoked = answer.data.outcomes.filter((outcome) => outcome === 'revoked').length
        return answer
      },
    })
    if (!done) return false
    const words = `Revoked ${plural(revoked, 'key')}`
    if (revoked < keys.length) notify.partly(`${words}. The rest had ended before.`)
    else notify.done(words)
    return true
  }
}

const holdersOf = (keys: readonly Ending[]) => new Set(keys.map(({ holder }) => holder.id)).size
