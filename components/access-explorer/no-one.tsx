import { tierName } from '@/components/access-tree/explain-words'
import { State } from '@/components/feedback/state'
import { entryOf, type Permission } from '@/lib/domain/permissions'
import { tiersOf } from '@/lib/domain/permissions-of-resources'

/** "No one can", and the least that would change that. */
export function NoOne({
  permission,
  place,
}: {
  permission: Permission
  place: string | undefined
}) {
  const entry = entryOf(permission)
  const granted: readonly string[] =
    entry.level === 'organization' ? entry.grants.organization : tiersOf(entry)
  const least = granted.at(-1)
  return (
    <State title="No one can">
      {least && (
        <>
          The smallest grant that would allow it: {tierName(least, entry.level)}
          {place && (
            <>
              {' '}
              on <bdi>{place}</bdi>
            </>
          )}
          .
        </>
      )}
    </State>
  )
}
