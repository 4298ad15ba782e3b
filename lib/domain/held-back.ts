import { type Access, type Binding, counts, tierOnCloud } from './decide'
import type { Tier } from './roles'

/** Why a role that is given does not count, or not for all it says. */
export const holdBacks = [
  'not_started',
  'ended',
  'organization_owner',
  'cloud_owner',
  'no_cloud_role',
  'cloud_read_only',
] as const
export type HeldBack = (typeof holdBacks)[number]

const outOfTime = (binding: Binding, at: Date): HeldBack | null => {
  if (counts(binding, at)) return null
  return binding.startsAt && at < binding.startsAt ? 'not_started' : 'ended'
}

/** What keeps a role on a cloud from counting. An organization owner's rests until they are one no more. */
export function heldBackOnCloud({ organizationRole, chain }: Access, binding: Binding) {
  const late = chain ? outOfTime(binding, chain.at) : null
  return late ?? (organizationRole === 'owner' ? ('organization_owner' as const) : null)
}

/** The same of a role in a project: it needs one on the cloud, adds nothing to owning it, and is capped where that one only reads. */
export function heldBackInProject(
  access: Access,
  binding: Binding & { role: Tier },
): HeldBack | null {
  const { organizationRole, chain } = access
  const late = chain ? outOfTime(binding, chain.at) : null
  if (late) return late
  if (organizationRole === 'owner') return 'organization_owner'
  const onCloud = tierOnCloud(access)
  if (!onCloud) return 'no_cloud_role'
  if (onCloud === 'owner') return 'cloud_owner'
  return onCloud === 'readonly' && binding.role !== 'readonly' ? 'cloud_read_only' : null
}
