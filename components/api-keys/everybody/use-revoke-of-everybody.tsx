'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import type { ConsequenceGroup } from '@/components/feedback/consequence-groups'
import { notify } from '@/components/feedback/notify'
import { Time } from '@/components/ui/time'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import type { KeyOfOrganization } from '@/lib/modules/api-keys/api-key'
import { revokeApiKeysOfMembersAction } from '@/lib/transport/actions/api-keys'
import { LastSix } from '../key-columns'
import { keyReads } from '../key-holder'

const NAMED = 5
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
      groups: consequences(keys),
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

function consequences(keys: readonly Ending[]): ConsequenceGroup[] {
  const many = keys.length > 1
  const used = keys.filter(({ lastUsedAt }) => lastUsedAt !== null)
  const latest = used
    .map(({ lastUsedAt }) => lastUsedAt ?? '')
    .sort()
    .at(-1)
  return [
    {
      kind: 'ends',
      body: (
        <>
          {many ? 'These keys are' : 'The key is'} refused from the next request on, and can’t be
          brought back: <Named keys={keys} />
        </>
      ),
    },
    ...(latest
      ? [
          {
            kind: 'breaks' as const,
            body: (
              <>
                Every program that still sends {many ? 'one of them' : 'it'}.{' '}
                {many && `${plural(used.length, 'was', 'were')} used. `}Last used:{' '}
                <Time at={latest} />.
              </>
            ),
          },
        ]
      : []),
    {
      kind: 'stays',
      body: 'Their holders, with their roles and other keys. They can make new ones.',
    },
  ]
}

const Named = ({ keys }: { keys: readonly Ending[] }) => (
  <>
    {keys.slice(0, NAMED).map((apiKey, index) => (
      <span key={apiKey.id}>
        {index > 0 && ', '}
        <bdi className="font-medium text-foreground">{apiKey.name}</bdi> <LastSix apiKey={apiKey} />{' '}
        of <bdi>{apiKey.holder.name}</bdi>
      </span>
    ))}
    {keys.length > NAMED && ` and ${keys.length - NAMED} more`}.
  </>
)
