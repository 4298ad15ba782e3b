import 'server-only'
import { includesPlace } from '@/lib/domain/ceiling'
import type { Held } from '@/lib/domain/explanation'
import { ceilingOf, type MemberCaller } from '@/lib/kernel/caller'
import type { Self } from '@/lib/kernel/define'
import { noSuchPlace } from '@/lib/kernel/located'
import { type Holder, type HolderRef, readHolder } from '@/lib/platform/db/holders'
import type { Target } from '@/lib/platform/db/targets'
import type { Resource } from '../question'
import { heldBy, under } from './held-by'
import { noSuchMember, placeOf, requirePlace } from './place'

type Asking = { organizationId: string; now: Date; self: Self; caller: MemberCaller }
export type Asked = { member: Holder; target: Target | null; access: Held }

/** A member and what they hold at the place that is asked about; oneself, under the ceiling of one’s key. Throws not_found for either. */
export async function readMemberAccess(
  db: object,
  { organizationId, now, self, caller }: Asking,
  ref: HolderRef,
  resource: Resource,
): Promise<Asked> {
  const found = await readHolder(db, ref, placeOf(resource), now)
  if (!found) throw noSuchMember()
  requirePlace(resource, organizationId, found.target)
  const { member, target } = found
  const ceiling = member.id === self.id ? ceilingOf(caller) : null
  const place = target && { cloud: target.cloud.id, project: target.project?.id ?? null }
  if (ceiling && place && !includesPlace(ceiling, place)) throw noSuchPlace()
  return { ...found, access: { ...heldBy(member, target?.chain), ...under(ceiling, place) } }
}
