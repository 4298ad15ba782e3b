import 'server-only'
import { type Ceiling, ceilingAt, type PlaceIds } from '@/lib/domain/ceiling'
import type { Chain } from '@/lib/domain/decide'
import type { Held } from '@/lib/domain/explanation'
import type { OrganizationLimit, OrganizationRole } from '@/lib/domain/roles'

type Standing = { role: string; kind?: string; limits: string[]; suspended: boolean }

/** What a member holds on the way to something. Who is suspended holds nothing, and comes back to what they were. */
export function heldBy({ role, kind, limits, suspended }: Standing, chain?: Chain | null): Held {
  return {
    organizationRole: suspended ? null : (role as OrganizationRole),
    limits: limits as OrganizationLimit[],
    ...(kind === 'service_account' && { program: true as const }),
    ...(suspended && { suspendedAs: role as OrganizationRole }),
    ...(chain && { chain }),
  }
}

/** What a key leaves of it at a place. */
export const under = (ceiling: Ceiling | null, place: PlaceIds | null) =>
  ceiling ? { ceiling: ceilingAt(ceiling, place) } : {}
