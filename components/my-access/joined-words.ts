import type { AnyOrigin } from '@/components/access/origin'
import type { OwnAccess } from './own-access'

const how: Record<OwnAccess['source'], { own: string; other: string }> = {
  founder: { own: 'You founded the organization', other: 'Founder of the organization' },
  invitation: { own: 'You accepted an invitation', other: 'Accepted an invitation' },
  owner: { own: 'An owner added you', other: 'Added by an owner' },
}

/** How somebody came into the organization, for the first line of their tree. */
export const joinedWords = (
  { source, joinedAt }: Pick<OwnAccess, 'source' | 'joinedAt'>,
  own: boolean,
) => ({
  origin: source satisfies AnyOrigin,
  since: joinedAt,
  how: how[source][own ? 'own' : 'other'],
})
