import 'server-only'
import { includesPlace } from '@/lib/domain/ceiling'
import { decide, tierAt } from '@/lib/domain/decide'
import { explain } from '@/lib/domain/explain'
import type { Explanation, Held } from '@/lib/domain/explanation'
import { entryOf, isPermission, type Permission } from '@/lib/domain/permissions'
import { ceilingOf, type MemberCaller } from '@/lib/kernel/caller'
import type { Self } from '@/lib/kernel/define'
import type { Asked, Facts } from '@/lib/platform/db/decisions'
import type { DecisionAsked } from '../decision'
import { heldBy, under } from './held-by'

/** The parts that the database is asked for. */
export function askedOf({ subject, resource: { type, id } }: DecisionAsked): Asked {
  const by = (prefix: string) => (subject?.startsWith(prefix) ? subject : null)
  return {
    member: by('ide_'),
    user: by('usr_'),
    email: subject?.includes('@') ? subject.toLowerCase() : null,
    cloud: type === 'cloud' ? id : null,
    project: type === 'project' ? id : null,
  }
}

export type Decided = {
  allowed: boolean
  /** One sentence of a denial; null when it is allowed. */
  reason: string | null
  explanation: Explanation | null
}

type Asking = { self: Self; caller: MemberCaller; organizationId: string; others: boolean }

/** What somebody holds at the place of a question, whoever asks about themselves under the ceiling of their key; null when there is no such place, or none that whoever asks may know of. */
export function heldAt(
  { resource: { type, id } }: Pick<DecisionAsked, 'resource'>,
  { member, place, chain }: Facts,
  { self, caller, organizationId, others }: Asking,
): Held | null {
  if (!member) return null
  const ceiling = member.id === self.id ? ceilingOf(caller) : null
  if (type === 'organization') {
    return id === organizationId ? { ...heldBy(member), ...under(ceiling, null) } : null
  }
  if (!chain || !place.cloud || (type === 'project' && !place.project)) return null
  const ids = { cloud: place.cloud.id, project: place.project?.id ?? null }
  if (ceiling && !includesPlace(ceiling, ids)) return null
  const there = { ...heldBy(member), ...under(ceiling, ids), chain }
  return tierAt(there) === null && !others ? null : there
}

/**
 * Whether a held access permits an action on a resource of that type: one of the organization anywhere that they may see, one
 * of clouds on a cloud, one of projects in a project.
 */
export function permits(held: Held, action: Permission, type: string): boolean {
  const { level } = entryOf(action)
  if (level !== 'organization' && level !== type) return false
  const seen = !held.chain || tierAt(held) !== null
  return seen && decide(held, action).allowed
}

/** The answer to one question, of the facts that were read for it. */
export function decidedOf(asked: DecisionAsked, facts: Facts, asking: Asking): Decided {
  const { member } = facts
  const no = (reason: string, explanation: Explanation | null = null) => ({
    allowed: false,
    reason,
    explanation,
  })
  const { action, resource } = asked
  if (!member) return no('There is no such person in this organization.')
  if (!isPermission(action)) return no(`There is no such action here as ${action.slice(0, 100)}.`)
  const held = heldAt(asked, facts, asking)
  if (!held) return no(`There is no such ${resource.type.slice(0, 100)} in this organization.`)
  const explanation = explain(held, action)
  if (permits(held, action, resource.type)) {
    return { allowed: true, reason: null, explanation }
  }
  const { level } = entryOf(action)
  const elsewhere = level !== 'organization' && level !== resource.type
  if (elsewhere) return no(`Ask for this of a ${level}.`)
  return no(explanation.reason ?? 'They have no access to it.', explanation)
}
