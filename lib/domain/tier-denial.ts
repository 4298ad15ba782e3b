import { whoMay } from './decide'
import { entryOf, type Permission } from './permissions'
import { tiersOf } from './permissions-of-resources'
import type { Tier } from './roles'

type PlacePermission = {
  [P in Permission]: P extends `${'cloud' | 'project' | 'workload'}.${string}` ? P : never
}[Permission]

/**
 * Why whoever is this much of a place may not do that there, in the policy's own sentence; null when they may. For the browser, which
 * knows of each place only what the server says one is in it; the server decides over the whole chain.
 */
export function tierDenial(permission: PlacePermission, tier: Tier): string | null {
  const entry = entryOf(permission)
  if (entry.level === 'organization') return null
  return tiersOf(entry).includes(tier) ? null : `Only ${whoMay(permission)} can ${entry.label}.`
}
