import { isolated } from '@/lib/domain/isolated'
import type { Denial } from '@/lib/domain/problems'
import { type CloudRole, cloudTier, type ProjectRole } from '@/lib/domain/roles'

// Apart from the schemas: the browser shows these sentences. Fragments that steer clients stand in anyscale-terraform.md §5.

type Person = { id: string; name: string; email: string; role: string }
type Asker = { selfId: string }
/** What somebody holds already; null when nothing that counts or will count. */
type Holding = { role: string; readOnly: boolean } | null
export type Fault = Denial & { field?: string }

const own = (detail: string): Denial => ({ code: 'own_membership', detail })

/** Nobody edits the role of somebody who owns every cloud anyway (facts §1.3). */
const ofOwner = ({ name, role }: Person): Denial | null =>
  role === 'owner'
    ? {
        code: 'forbidden',
        detail: `${isolated(name)} is an organization owner and owns every cloud. You cannot modify the cloud role of an organization owner.`,
      }
    : null

/** A role beside the limit: an owner is not read-only. */
export const roleBesideLimit = (role: CloudRole, readOnly: boolean): Fault | null =>
  role === 'owner' && readOnly
    ? {
        code: 'invalid_input',
        detail: 'A cloud owner cannot be read only. Choose another role, or leave the limit out.',
        field: 'readOnly',
      }
    : null

type Times = { startsAt?: Date | null; endsAt?: Date | null }
/** From when and until when a role counts: not in the past, and not ended before it begins. Unsaid: as it was. */
export function timesFault(given: Times, present: Times, now: Date): Fault | null {
  const { startsAt = present.startsAt, endsAt = present.endsAt } = given
  const fault = (field: string, detail: string): Fault => ({ code: 'invalid_input', detail, field })
  if (given.startsAt && given.startsAt < now && !same(given.startsAt, present.startsAt)) {
    return fault('startsAt', 'The start lies in the past. Leave it out to begin at once.')
  }
  if (given.endsAt && given.endsAt <= now && !same(given.endsAt, present.endsAt)) {
    return fault('endsAt', 'The end lies in the past. Remove the role instead.')
  }
  if (startsAt && endsAt && endsAt <= startsAt) {
    return fault('endsAt', 'The end must come after the start.')
  }
  return null
}
const same = (one: Date | null | undefined, other: Date | null | undefined) =>
  one?.getTime() === other?.getTime()

/** Whether a member may be given a role on a cloud now. */
export const cloudGrantDenial = (
  member: Person,
  { selfId, held }: Asker & { held: Holding },
): Denial | null => {
  if (held && member.role !== 'owner') return onCloudAlready(member)
  if (member.id === selfId) return own('You cannot modify your own role on a cloud.')
  return ofOwner(member)
}
export const onCloudAlready = ({ email }: { email: string }): Denial => ({
  code: 'conflict',
  detail: `User with email ${email} already has permissions for this cloud.`,
})

/** Whether a member's role on a cloud may be changed now. */
export const cloudChangeDenial = (member: Person, { selfId }: Asker): Denial | null =>
  member.id === selfId
    ? own('You cannot modify your own role on a cloud. Another owner can.')
    : ofOwner(member)

/** Whether a member may be taken off a cloud now. */
export function cloudRemovalDenial(
  member: Person,
  { selfId, autoAdd }: Asker & { autoAdd: boolean },
): Denial | null {
  if (member.id === selfId)
    return own('You cannot remove yourself from a cloud. Another owner can.')
  const denial = ofOwner(member)
  if (denial) return denial
  return autoAdd
    ? {
        code: 'conflict',
        detail: 'Users cannot be removed from clouds which have auto add users enabled.',
      }
    : null
}

const ownInProject = own('You cannot alter your own role in a project. Another owner can.')

type InProject = Asker & { onCloud: Holding; cloudName: string }
/** Whether a member may hold this role in a project of a cloud on which they hold that (facts §1.3, 1.4). */
export function projectRoleDenial(
  member: Person,
  role: ProjectRole,
  { selfId, onCloud, cloudName }: InProject,
): Fault | null {
  if (member.id === selfId) return ownInProject
  if (!onCloud) {
    return {
      code: 'forbidden',
      detail: `${isolated(member.name)} has no role on the cloud ${isolated(cloudName)}. A role in a project needs one there first.`,
    }
  }
  const capped = cloudTier(onCloud.role as CloudRole, onCloud.readOnly) === 'readonly'
  return capped && role !== 'readonly'
    ? {
        code: 'invalid_input',
        detail: `${isolated(member.name)} is read-only on the cloud ${isolated(cloudName)} and can hold no more than read-only in its projects.`,
        field: 'role',
      }
    : null
}

/** Whether a member may be given a role in a project now. */
export const projectGrantDenial = (
  member: Person,
  role: ProjectRole,
  standing: InProject & { held: Holding },
): Fault | null =>
  standing.held && standing.onCloud
    ? {
        code: 'conflict',
        detail: `User with email ${member.email} already has permissions for this project.`,
      }
    : projectRoleDenial(member, role, standing)

/** Whether a member's own role may be taken out of a project now. */
export const projectRemovalDenial = (member: Person, { selfId }: Asker): Denial | null =>
  member.id === selfId ? ownInProject : null

type Heir = Person & { suspendedAt: unknown }
/** Whether somebody may become the owner of what another leaves behind. `onCloud`: on the cloud of a project. */
export function heirDenial(
  heir: Heir | null,
  { from, onCloud }: { from: string; onCloud: Holding },
): Fault | null {
  if (!heir) return { code: 'not_found', detail: 'There is no such member in this organization.' }
  const name = isolated(heir.name)
  const conflict = (detail: string): Fault => ({ code: 'conflict', detail })
  if (heir.id === from) return conflict(`${name} is the one who goes. Choose somebody else.`)
  if (heir.role === 'owner') {
    return conflict(`${name} is an organization owner and owns it without this.`)
  }
  if (heir.suspendedAt) return conflict(`${name} is suspended. Choose somebody else.`)
  const capped = onCloud && cloudTier(onCloud.role as CloudRole, onCloud.readOnly) === 'readonly'
  return capped
    ? conflict(`${name} is read-only on the cloud and can’t own a project of it.`)
    : null
}
