import 'server-only'
import type { Held } from '@/lib/domain/explanation'
import { type Holder, type HolderRef, readHolder } from '@/lib/platform/db/holders'
import type { Target } from '@/lib/platform/db/targets'
import type { Resource } from '../question'
import { heldBy } from './held-by'
import { noSuchMember, placeOf, requirePlace } from './place'

export type Asked = { member: Holder; target: Target | null; access: Held }

/** A member and what they hold at the place that is asked about. Throws not_found for either. */
export async function readMemberAccess(
  db: object,
  { organizationId, now }: { organizationId: string; now: Date },
  ref: HolderRef,
  resource: Resource,
): Promise<Asked> {
  const found = await readHolder(db, ref, placeOf(resource), now)
  if (!found) throw noSuchMember()
  requirePlace(resource, organizationId, found.target)
  return { ...found, access: heldBy(found.member, found.target?.chain) }
}
