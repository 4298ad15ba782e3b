import type { ConsequenceGroup } from '@/components/feedback/consequence-groups'
import { Time } from '@/components/ui/time'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { LastSix } from './key-columns'

const NAMED = 5

/** The question before keys are revoked, and what follows. */
export function revocationOf(keys: readonly ApiKey[]) {
  const [only, ...others] = keys
  const one = only && others.length === 0
  return {
    title: one ? `Revoke ${isolated(only.name)}?` : `Revoke ${plural(keys.length, 'key')}?`,
    verb: one ? 'Revoke key' : `Revoke ${plural(keys.length, 'key')}`,
    groups: consequencesOf(keys, ({ isUsed, many }) =>
      isUsed
        ? 'Your other keys, and your own sign-in.'
        : `Everything else. ${many ? 'These keys were' : 'This key was'} not used yet.`,
    ),
  }
}

type Ending = Pick<ApiKey, 'id' | 'name' | 'lastSix' | 'lastUsedAt'> & { holder?: { name: string } }
type Stays = (keys: { isUsed: boolean; many: boolean }) => string

/** What ends, breaks and stays when these keys are revoked; of whom each is, where they are of several. */
export function consequencesOf(keys: readonly Ending[], stays: Stays): ConsequenceGroup[] {
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
      body: stays({ isUsed: latest !== undefined, many }),
    },
  ]
}

const Named = ({ keys }: { keys: readonly Ending[] }) => (
  <>
    {keys.slice(0, NAMED).map((apiKey, index) => (
      <span key={apiKey.id}>
        {index > 0 && ', '}
        <bdi className="font-medium text-foreground">{apiKey.name}</bdi> <LastSix apiKey={apiKey} />
        {apiKey.holder && (
          <>
            {' '}
            of <bdi>{apiKey.holder.name}</bdi>
          </>
        )}
      </span>
    ))}
    {keys.length > NAMED && ` and ${keys.length - NAMED} more`}.
  </>
)
