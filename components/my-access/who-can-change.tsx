'use client'
import { Avatar } from '@/components/access/avatar'
import { useViewer } from '@/components/access/viewer'
import { PageSection } from '@/components/layout/page'
import { Truncate } from '@/components/ui/truncate'
import { formatCount } from '@/lib/client/words'
import type { OwnAccess } from './own-access'
import { othersAmong } from './right-words'

/** Owners by name, a few of them: whom to ask. */
export function WhoCanChange({ access }: { access: OwnAccess }) {
  const { name } = useViewer()
  const isOwner = access.role === 'owner'
  const { names, more } = othersAmong(access.owners, isOwner ? name : null)
  const nobody = names.length === 0 && more === 0
  return (
    <PageSection title="Who can change your access" className="pt-3">
      {nobody ? (
        <p className="text-foreground-2">
          No one. You are the only owner, and no one changes their own role.
        </p>
      ) : (
        <>
          <p className="mb-1.5 text-foreground-2">
            {isOwner ? 'Other organization owners' : 'Organization owners'}
          </p>
          <ul>
            {names.map((owner) => (
              <li key={owner} className="flex min-w-0 items-center gap-2 py-0.75">
                <Avatar id={owner} name={owner} />
                <Truncate>{owner}</Truncate>
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p className="mt-1 text-muted-foreground">
              {names.length > 0 && 'and '}
              {formatCount(more)} more
            </p>
          )}
        </>
      )}
    </PageSection>
  )
}
